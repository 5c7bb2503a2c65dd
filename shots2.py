import os
from playwright.sync_api import sync_playwright
B="http://127.0.0.1:8071"; OUT="/tmp/shopdev/shots"
pids=[int(x) for x in os.environ["PIDS"].split(",")]
with sync_playwright() as p:
    b=p.chromium.launch(executable_path="/usr/bin/chromium",args=["--headless=new","--no-sandbox","--disable-gpu"])
    for w,scheme in ((360,"light"),(1280,"dark")):
        ctx=b.new_context(viewport={"width":w,"height":800},locale="vi-VN",color_scheme=scheme)
        pg=ctx.new_page(); pg.set_default_timeout(8000)
        def shot(n):
            over=pg.evaluate("document.documentElement.scrollWidth-document.documentElement.clientWidth")
            pg.screenshot(path=f"{OUT}/{n}-{w}-{scheme}.png",full_page=True)
            if over>0: print("OVERFLOW",n,w,over)
        def send(pid,q):
            with pg.expect_navigation(): pg.evaluate("""([pid,q])=>{const f=document.createElement('form');f.method='post';f.action='/gio-hang/them/'+pid+'/';const i=document.createElement('input');i.name='quantity';i.value=q;f.append(i);document.body.append(f);f.submit()}""",[pid,q])
        pg.goto(B+"/gio-hang/"); send(pids[0],2); send(pids[0],99); shot("notadded2")
        pg.goto(B+"/gio-hang/"); send(pids[1],1); shot("basketb")
        pg.goto(B+"/thanh-toan/"); shot("checkoutb")
        pg.goto(B+"/diem-ban/cua-hang-ocop-dak-lak/"); pg.evaluate("document.querySelectorAll('img').forEach(i=>i.loading='eager')"); pg.wait_for_timeout(500); shot("pointb")
        pg.goto(B+"/tai-khoan/dang-nhap/?next=/dashboard/"); pg.fill("[name=login]","quantri@demo.saobuon.example"); pg.fill("[name=password]","saobuon-demo-2024"); pg.get_by_role("button",name="Đăng nhập",exact=True).click(); pg.wait_for_url("**/dashboard/"); shot("dash")
        for n,u in (("dorders","/dashboard/orders/"),("dcat","/dashboard/catalogue/"),("homeadmin","/tai-khoan/"),("djadmin","/django-admin/salespoints/salespoint/")):
            pg.goto(B+u); shot(n)
        ctx.close()
    # without Sec-Fetch / Origin
    b.close()
