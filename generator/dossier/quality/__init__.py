"""Quality objectives (mục tiêu chất lượng), their targets, the plan to reach them and the results reported on them."""
