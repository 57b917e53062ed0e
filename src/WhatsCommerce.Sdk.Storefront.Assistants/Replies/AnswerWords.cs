using System.Collections.Frozen;

namespace WhatsCommerce.Storefronts;

/// <summary>Words that make a number an amount, in the six languages; currency words of customers are part of the search.</summary>
internal static class AnswerWords
{
    // Currency words of the search that are also goods or names: they count as money only when written as codes.
    private static readonly FrozenSet<string> Ambiguous = ((string[])["pen", "cop", "sol", "clp"]).ToFrozenSet(StringComparer.Ordinal);

    // Currency words that customers do not use in searches, or that mean something else there.
    private static readonly FrozenSet<string> OtherCurrencies = Words(
        """
        cent cents pence penny pennies yen yuan franc francs riyal riyals dirham dirhams dinar dinars paise
        dólar dólares centavo centavos céntimo céntimos libra libras colones quetzales guaraníes bolívares
        dolar sen
        डॉलर यूरो पैसे
        دولار دولارات يورو سنت فلس
        """);

    private static readonly FrozenSet<string> Prices = Words(
        """
        price prices priced cost costs costing total pay pays paying discount off charge less cheaper sale
        precio precios cuesta cuestan vale valen pagar pagas paga descuento rebaja importe
        preço preços custa custam valor pagar desconto
        harga harganya bayar diskon biaya totalnya
        कीमत दाम मूल्य कुल छूट kimat keemat daam
        سعر السعر سعره سعرها بسعر ثمن تكلف يكلف خصم المجموع الإجمالي تدفع
        """);

    private static readonly FrozenSet<string> Numbers = Words(
        """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
        thirty forty fifty sixty seventy eighty ninety hundred thousand million half
        un uno una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta
        setenta ochenta noventa cien ciento doscientos quinientos mil millón medio
        um uma dois duas três quatro sete oito nove dez onze doze treze quatorze vinte trinta quarenta cinquenta sessenta setenta oitenta
        noventa cem cento duzentos quinhentos milhão meio
        satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus seratus ribu seribu juta sejuta setengah
        एक दो तीन चार पाँच पांच छह सात आठ नौ दस बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे सौ हज़ार लाख आधा
        ek do teen chaar paanch saat aath das bees tees chalis pachas sau hazaar
        واحد اثنان اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة عشرون عشرين ثلاثون ثلاثين أربعين خمسين خمسون ستين سبعين ثمانين تسعين
        مئة مائة مئتان ألف آلاف مليون نصف
        """);

    /// <summary>
    /// Whether a token is a currency: a word, a symbol, or one of the codes that the text writes in capitals.
    /// </summary>
    public static bool IsCurrency(IReadOnlyList<Token> tokens, int at, IReadOnlySet<string> codes) =>
        at >= 0 && at < tokens.Count && !tokens[at].IsNumber
        && (codes.Contains(tokens[at].Text)
            || IsSign(tokens[at].Text)
            || OtherCurrencies.Contains(tokens[at].Text)
            || (!Ambiguous.Contains(tokens[at].Text) && PriceWords.Of("currency").TryMatch(tokens, at, out _, out _)));

    // Any currency symbol counts as money, even an unknown one.
    private static bool IsSign(string text) => text is [char sign] && char.GetUnicodeCategory(sign) == UnicodeCategory.CurrencySymbol;

    public static bool IsPrice(Token token) => Prices.Contains(token.Text);

    public static bool IsNumberWord(Token token) => Numbers.Contains(token.Text);

    /// <summary>The factor of the word after a number, such as thousand.</summary>
    public static decimal ScaleAt(IReadOnlyList<Token> tokens, int at) => at >= tokens.Count ? 1
        : PriceWords.Of("thousand").TryMatch(tokens, at, out _, out _) ? 1_000
        : PriceWords.Of("hundred thousand").TryMatch(tokens, at, out _, out _) ? 100_000
        : PriceWords.Of("million").TryMatch(tokens, at, out _, out _) ? 1_000_000
        : 1;

    private static FrozenSet<string> Words(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(Folding.Fold).ToFrozenSet(StringComparer.Ordinal);
}
