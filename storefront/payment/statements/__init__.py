"""Statements of Vietnamese banks, from CSV or Excel, in any layout whose headings say what a column is.

`reading.read_statement` gives the movements, what it guessed, and every fault with its place.

Layouts that the guesses are made for, from public programs that read such files (November 2026). No
bank publishes its layout, and each has several.

- Vietcombank, Excel 97: some 13 lines of address and account, headings `STT No.`, `Ngày1/ TNX Date/ Số CT/ Doc No`,
  `Ngày hiệu lực2/ Effective date`, `Số tiền ghi nợ/ Debit`, `Số tiền ghi có/ Credit`, `Số dư/ Balance`, `Nội dung chi
  tiết/ Transactions in detail`. One cell holds day and number of the document, `03/08/2026 / 5254 - 05356`. Three
  programs agree on the headings, one tells their place.
- Techcombank, Excel: `Ngày KH thực hiện/ Requesting date`, `Ngày giao dịch/ Transaction date`, `Số bút toán/
  Reference number`, `Ngân hàng đối tác/ Remitter's bank`, `Tài khoản đích/ Remitter's account number`, `Tên tài khoản
  đối ứng/ Remitter's account name`, `Diễn giải/ Description`, `Nợ/Debit`, `Có/Credit`. One program; whether a balance
  follows is unknown.
- ACB, Excel: `Ngày hiệu lực`, `Số GD`, `Nội dung giao dịch`, `Số tiền rút ra`, `Số tiền gửi vào`. Two programs; other
  columns are unknown.
- MB, Excel: `Ngày hạch toán/ Posting date`, `Ngày giao dịch/ Transaction date`, `Phát sinh nợ/ Debit`, `Phát sinh có/
  Credit`, `Số dư/ Balance`, `Nội dung/ Description`. One program; amounts may carry `VND`.
- BIDV: `STT`, `Ngày GD`, `Số tham chiếu`, `Mô tả`, `Phát sinh nợ`, `Phát sinh có`, `Số dư` (CSV), or `Số tiền ghi
  nợ`, `Số tiền ghi có` (Excel). Two programs.
- Layouts of the other banks are unknown; one signed column of amounts is read too.
"""
