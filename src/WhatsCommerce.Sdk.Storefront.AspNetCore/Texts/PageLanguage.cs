namespace WhatsCommerce.Storefronts;

/// <summary>The texts of the pages in the language of a visitor.</summary>
/// <param name="Code">The language tag of the texts, such as <c>pt-br</c>.</param>
/// <param name="IsRightToLeft">Whether it is written from right to left.</param>
/// <param name="Find">Finds the template of a text.</param>
internal sealed record PageLanguage(string Code, bool IsRightToLeft, Func<StorefrontPageText, TextTemplate> Find)
{
    public string Get(StorefrontPageText text, Order? order = null, params ReadOnlySpan<(string Name, string Value)> more) =>
        Find(text).Fill([("order_number", order?.Number ?? ""), .. more]);
}
