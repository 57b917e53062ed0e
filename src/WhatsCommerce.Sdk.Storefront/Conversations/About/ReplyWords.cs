namespace WhatsCommerce.Storefronts;

/// <summary>Words with which a reply refers to a product that was shown, in the supported languages.</summary>
internal static class ReplyWords
{
    private static readonly string[][] OrdinalWords =
    [
        ["first", "1st", "primero", "primera", "primer", "primeiro", "primeira", "pertama", "pahla", "pehla", "pahli", "pehli", "पहला",
            "पहली", "पहले", "الاول", "الاولي", "اول"],
        ["second", "2nd", "segundo", "segunda", "kedua", "dusra", "doosra", "dusri", "दूसरा", "दूसरी", "दूसरे", "الثاني", "الثانيه"],
        ["third", "3rd", "tercero", "tercera", "tercer", "terceiro", "terceira", "ketiga", "tisra", "teesra", "तीसरा", "तीसरी", "तीसरे",
            "الثالث", "الثالثه"],
        ["fourth", "4th", "cuarto", "cuarta", "quarto", "quarta", "keempat", "chautha", "चौथा", "चौथी", "الرابع", "الرابعه"],
        ["fifth", "5th", "quinto", "quinta", "kelima", "panchva", "पांचवां", "पांचवीं", "الخامس", "الخامسه"],
        ["sixth", "6th", "sexto", "sexta", "keenam", "छठा", "छठी", "السادس", "السادسه"],
    ];

    private static readonly Phrases<int> OrdinalPhrases = LoadOrdinals();

    private static readonly Phrases<bool> References = Load(
        "it, its, it's, this, that, this one, that one, the one, them, these, those",
        "este, esta, esto, ese, esa, eso, lo tienes, lo tienen, la tienes, la tienen, lo quiero, la quiero, lo mandan, lo envian",
        "isso, esse, essa, isto, aquele, aquela, dele, dela",
        "ini, itu, nya, yang ini, yang itu, barangnya, harganya, ukurannya, warnanya, stoknya, bahannya",
        "yeh, ye, yah, iska, iski, iske, isko, isme, uska, यह, ये, इसका, इसकी, इसके, इसको, इसमें",
        "هذا, هذه, هاد, هاي, ده, دي, ثمنه, سعره, لونه, مقاسه, منه, منها");

    private static readonly Phrases<bool> Asks = Load(
        "how much, price, cost, available, availability, in stock, stock, size, sizes, color, colors, colour, colours, material, weight, "
            + "how many left, discount, warranty, ingredients",
        "cuanto cuesta, cuanto vale, cuanto es, precio, disponible, tamano, talla, tallas, color, colores, material, peso, descuento, "
            + "garantia, ingredientes",
        "quanto custa, quanto e, preco, valor, disponivel, tamanho, tamanhos, cor, cores, material, peso, desconto, garantia",
        "berapa, harga, tersedia, ukuran, warna, bahan, berat, diskon, garansi",
        "kitna, kitne, kitni, daam, kimat, keemat, size, rang, कितना, कितने, कितनी, दाम, कीमत, साइज, रंग, उपलब्ध",
        "بكم, كم سعره, سعر, السعر, متوفر, متوفره, مقاس, المقاس, لون, الوان, خصم");

    private static readonly HashSet<string> Indefinite = new(StringComparer.Ordinal)
    {
        "a", "an", "another", "any", "some", "un", "una", "unos", "unas", "otro", "otra", "algun", "alguna", "um", "uma", "outro", "outra",
        "sebuah", "ek", "koi", "एक", "कोई",
    };

    // Filler words between a reference and the question, in addition to those that a search leaves out.
    private static readonly Phrases<bool> Plain = Load(
        "come, comes, work, works, fit, fits, go, go with, back, left, deliver, delivery, ship, take, have it, red, blue, green, black, "
            + "white, small, large, medium, bigger, smaller, washable, new, real, safe, made, from, use, used, long, wide, high, big",
        "viene, vienen, sirve, queda bien, grande, pequeno, mediano, rojo, azul, verde, negro, blanco, hecho, entrega, envio",
        "vem, serve, grande, pequeno, medio, vermelho, azul, verde, preto, branco, feito, entrega, frete",
        "besar, kecil, sedang, merah, biru, hijau, hitam, putih, asli, kirim",
        "bada, chhota, lal, neela, hara, kala, safed, asli",
        "كبير, صغير, وسط, احمر, ازرق, اخضر, اسود, ابيض, اصلي");

    /// <summary>Whether a pronoun or the like stands at a token.</summary>
    public static bool IsReference(IReadOnlyList<Token> tokens, int at, out int length) =>
        References.TryMatch(tokens, at, out length, out _);

    /// <summary>Whether the words at a token ask about a product.</summary>
    public static bool IsAsk(IReadOnlyList<Token> tokens, int at, out int length) => Asks.TryMatch(tokens, at, out length, out _);

    /// <summary>The position in a list that a token names, from 0; in some languages these words are also fractions or weekdays.</summary>
    public static bool IsOrdinal(IReadOnlyList<Token> tokens, int at, out int length, out int place) =>
        OrdinalPhrases.TryMatch(tokens, at, out length, out place);

    /// <summary>Whether a word is indefinite, such as an article.</summary>
    public static bool IsIndefinite(Token token) => Indefinite.Contains(token.Text);

    /// <summary>Whether the words at a token are filler words.</summary>
    public static bool IsPlain(IReadOnlyList<Token> tokens, int at, out int length) =>
        Plain.TryMatch(tokens, at, out length, out _)
        || ChatWords.LeftOut.TryMatch(tokens, at, out length, out _)
        || ChatWords.Talk.TryMatch(tokens, at, out length, out _);

    private static Phrases<int> LoadOrdinals()
    {
        Phrases<int> phrases = new();
        for (int place = 0; place < OrdinalWords.Length; place++)
        {
            foreach (string word in OrdinalWords[place])
            {
                phrases.Add(word, place);
            }

            string number = (place + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            foreach (string sign in (string[])["number", "no", "option", "opcion", "opcao", "numero", "nomor", "pilihan", "رقم", "नंबर"])
            {
                phrases.Add($"{sign} {number}", place);
            }
        }

        return phrases;
    }

    private static Phrases<bool> Load(params ReadOnlySpan<string> lists)
    {
        Phrases<bool> phrases = new();
        foreach (string list in lists)
        {
            foreach (string word in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                phrases.Add(word, true);
            }
        }

        return phrases;
    }
}
