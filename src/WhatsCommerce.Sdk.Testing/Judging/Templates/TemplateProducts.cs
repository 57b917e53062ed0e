namespace WhatsCommerce.Testing.Judging.Templates;

/// <summary>
/// The products that a template shows: in its header, in the sections of its button, and on its cards. Meta does not document what happens
/// to a product that the catalog does not contain; here they are shown unchecked.
/// </summary>
internal static class TemplateProducts
{
    public static IReadOnlyList<string> Of(Place template) =>
        [.. In(template["components"]).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string?> In(Place components) => components.Items.SelectMany(component =>
        component["parameters"].Items.SelectMany(Named).Concat(component["cards"].Items.SelectMany(card => In(card["components"]))));

    private static IEnumerable<string?> Named(Place parameter) => parameter["action"]["sections"].Items
        .SelectMany(section => section["product_items"].Items)
        .Prepend(parameter["product"])
        .Select(item => item["product_retailer_id"].Text);
}
