"""How the page of a check looks, on a screen and on paper."""

from __future__ import annotations

STYLE = """
*{box-sizing:border-box}html{scroll-behavior:smooth}
body{margin:0;font:15px/1.45 "Segoe UI","Noto Sans",Arial,sans-serif;color:#1c1c1c;background:#e9ebee}
header{padding:12px 20px;background:#fff;border-bottom:1px solid #c9ccd1}
h1{margin:0;font-size:18px;overflow-wrap:anywhere}header p{margin:4px 0 0}header .legend{font-size:13px;color:#555}
.sheet{display:grid;grid-template-columns:minmax(0,1fr) minmax(300px,420px);align-items:start}
main{padding:16px 20px}aside{position:sticky;top:0;max-height:100vh;overflow:auto;padding:8px 16px 40px;background:#fff;
border-left:1px solid #c9ccd1;min-height:100vh}
figure{margin:0 auto 24px;max-width:900px}figcaption{font-size:13px;color:#555;margin-bottom:4px}
.page{position:relative;background:#fff;box-shadow:0 1px 5px #0004}.page img{display:block;width:100%;height:auto}
.mark{position:absolute;mix-blend-mode:multiply;border-radius:2px}
.flag{position:absolute;z-index:1;
min-width:18px;height:18px;padding:0 3px;border-radius:9px;color:#fff;text-align:center;
font:bold 11px/18px Arial,sans-serif;text-decoration:none;scroll-margin:40vh}
.mark.error{background:#ffd0d0}.mark.warning{background:#ffe2b5}.mark.note{background:#d5e6ff}
.flag.error,.number.error{background:#b71c1c}.flag.warning,.number.warning{background:#a35200}
.flag.note,.number.note{background:#0d5aa7}
b.error{color:#b71c1c}b.warning{color:#a35200}b.note{color:#0d5aa7}
.rules{margin:4px 0 0}.rules li{display:block;padding:2px 0}
h2{font-size:15px;margin:16px 0 4px;border-bottom:1px solid #dcdfe3}ol,ul{list-style:none;margin:0;padding:0}
li{display:flex;gap:8px;padding:8px 4px;border-bottom:1px solid #eceef0;scroll-margin:30vh}
li>div{min-width:0;overflow-wrap:anywhere}li p{margin:0}.place{color:#555;font-size:13px}.fix{color:#1b5e20}
.number,b.number.error,b.number.warning,b.number.note{flex:none;min-width:22px;height:22px;border-radius:11px;
padding:0 4px;color:#fff;text-align:center;font:bold 12px/22px Arial,sans-serif;text-decoration:none}
li:target{background:#fff6cf}.flag:target{outline:3px solid #f5b400;outline-offset:2px}
details{font-size:13px;color:#444}summary{cursor:pointer}pre{white-space:pre-wrap;font:inherit;margin:4px 0 0}
.undrawn{padding:12px;background:#fff6cf}
@media(max-width:800px){.sheet{display:block}aside{position:static;max-height:none;border:0}}
@media print{body{background:#fff}.sheet{display:block}aside{position:static;max-height:none;border:0}
figure{break-inside:avoid}}
"""
