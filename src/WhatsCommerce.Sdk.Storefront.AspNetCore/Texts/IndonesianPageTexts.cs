namespace WhatsCommerce.Storefronts;

internal static class IndonesianPageTexts
{
    public static FrozenDictionary<StorefrontPageText, string> All { get; } = new Dictionary<StorefrontPageText, string>
    {
        [StorefrontPageText.ThanksTitle] = "Terima kasih!",
        [StorefrontPageText.PaidText] = "Pesanan Anda {{order_number}} sudah dibuat dan dibayar.",
        [StorefrontPageText.DueText] = "Pesanan Anda {{order_number}} sudah dibuat. Anda membayar saat barang diterima.",
        [StorefrontPageText.PlacedText] = "Pesanan Anda {{order_number}} sudah dibuat.",
        [StorefrontPageText.PendingTitle] = "Pembayaran Anda sedang diproses",
        [StorefrontPageText.PendingText] =
            "Pesanan {{order_number}}: kami akan menulis di WhatsApp saat pembayaran tiba. Anda boleh menutup halaman ini.",
        [StorefrontPageText.ReviewTitle] = "Kami sedang memeriksa pembayaran Anda",
        [StorefrontPageText.ReviewText] = "Pesanan {{order_number}}: pembayaran sedang diperiksa oleh petugas kami, dan kami "
            + "akan menulis di WhatsApp. Mohon jangan membayar lagi.",
        [StorefrontPageText.OpenTitle] = "Belum dibayar",
        [StorefrontPageText.OpenText] = "Pesanan {{order_number}} belum dibayar. Anda dapat membayarnya sekarang atau memilih cara lain.",
        [StorefrontPageText.FailedTitle] = "Pembayaran tidak berhasil",
        [StorefrontPageText.FailedText] = "Pesanan {{order_number}} belum dibayar. Anda dapat mencoba lagi atau memilih cara lain.",
        [StorefrontPageText.ExpiredTitle] = "Tautan pembayaran ini sudah kedaluwarsa",
        [StorefrontPageText.ExpiredText] = "Pesanan {{order_number}} tidak dibayar tepat waktu. Anda dapat memilih lagi cara membayarnya.",
        [StorefrontPageText.GoneTitle] = "Pesanan ini sudah ditutup",
        [StorefrontPageText.GoneText] =
            "Pesanan {{order_number}} telah diganti atau dibatalkan. Jika ada pertanyaan, silakan tulis kepada kami di WhatsApp.",
        [StorefrontPageText.CheckingTitle] = "Kami sedang mengecek pembayaran Anda",
        [StorefrontPageText.CheckingText] = "Layanan pembayaran belum menjawab. Jangan membayar lagi: cek kembali sebentar lagi.",
        [StorefrontPageText.NotKnownTitle] = "Kami tidak mengenal tautan ini",
        [StorefrontPageText.NotKnownText] = "Mungkin tautannya tidak lengkap. Silakan buka lagi dari chat WhatsApp Anda dengan kami.",
        [StorefrontPageText.TryLaterTitle] = "Silakan coba lagi sebentar lagi",
        [StorefrontPageText.TryLaterText] = "Ada yang tidak berjalan di pihak kami.",
        [StorefrontPageText.RefusedTitle] = "Silakan buka lagi halamannya",
        [StorefrontPageText.RefusedText] = "Demi keamanan Anda, tidak ada yang dilakukan. Buka lagi halamannya dan pilih di sana.",
        [StorefrontPageText.PayTitle] = "Bagaimana Anda ingin membayar?",
        [StorefrontPageText.NoWayText] =
            "Pesanan {{order_number}} tidak dapat dibayar di sini. Tulis kepada kami di WhatsApp, dan kami akan mencari caranya.",
        [StorefrontPageText.ChangedTitle] = "Keranjang Anda perlu dilihat lagi",
        [StorefrontPageText.ChangedText] = "Harga atau stok telah berubah. Silakan kirim lagi keranjang Anda di WhatsApp.",
        [StorefrontPageText.ConfirmTitle] = "Harga telah berubah",
        [StorefrontPageText.ConfirmText] =
            "Pesanan {{order_number}} berharga {{old_total}} saat ditawarkan. Sekarang harganya {{new_total}}. Tidak ada yang dibayar "
                + "sebelum Anda setuju.",
        [StorefrontPageText.ConfirmButton] = "Setuju {{new_total}}: {{provider}}",
        [StorefrontPageText.ChatTitle] = "Silakan bayar di WhatsApp",
        [StorefrontPageText.ChatText] = "Pembayaran pesanan {{order_number}} menunggu di chat WhatsApp kita.",
        [StorefrontPageText.ContinueTitle] = "Menuju pembayaran",
        [StorefrontPageText.ContinueText] = "Pembayaran terbuka dengan sendirinya. Jika tidak, gunakan tombol.",
        [StorefrontPageText.ContinueButton] = "Lanjut ke pembayaran",
        [StorefrontPageText.ChooseButton] = "Pilih cara membayar",
        [StorefrontPageText.CheckButton] = "Cek lagi",
        [StorefrontPageText.ReopenButton] = "Buka lagi halamannya",
        [StorefrontPageText.WhatsAppButton] = "Kembali ke WhatsApp",
        [StorefrontPageText.OrderCaption] = "Pesanan {{order_number}}",
        [StorefrontPageText.Product] = "Produk",
        [StorefrontPageText.Quantity] = "Jumlah",
        [StorefrontPageText.Amount] = "Harga",
        [StorefrontPageText.Subtotal] = "Subtotal",
        [StorefrontPageText.Discount] = "Diskon",
        [StorefrontPageText.Shipping] = "Pengiriman",
        [StorefrontPageText.Tax] = "Pajak",
        [StorefrontPageText.Total] = "Total",
        [StorefrontPageText.TaxIncluded] = "Termasuk pajak",
    }.ToFrozenDictionary();
}
