namespace WhatsCommerce.Messages;

/// <summary>A section of a product list: a title and the products under it.</summary>
public sealed class ProductSection
{
    /// <summary>Initializes a section.</summary>
    /// <param name="title">At most <see cref="MessageLimits.SectionTitle"/> characters; required when there is more than one
    /// section.</param>
    /// <param name="products">The items' ids in the catalog; at most <see cref="MessageLimits.ProductListProducts"/> over all
    /// sections.</param>
    public ProductSection(string? title, params ReadOnlySpan<RetailerId> products)
    {
        Title = NullIfEmpty(title);
        Products = [.. products];
    }

    /// <summary>Initializes a section.</summary>
    /// <param name="title">At most <see cref="MessageLimits.SectionTitle"/> characters; required when there is more than one
    /// section.</param>
    /// <param name="products">The items' ids in the catalog; at most <see cref="MessageLimits.ProductListProducts"/> over all
    /// sections.</param>
    public ProductSection(string? title, IEnumerable<RetailerId> products)
    {
        ArgumentNullException.ThrowIfNull(products);
        Title = NullIfEmpty(title);
        Products = [.. products];
    }

    /// <summary>The title; <see langword="null"/> only in a list of one section.</summary>
    public string? Title { get; }

    /// <summary>The products in the order shown.</summary>
    public ImmutableArray<RetailerId> Products { get; }

    /// <summary>Validates the sections of one list; paths are relative to the object that contains them.</summary>
    internal static void Validate(Violations violations, IReadOnlyList<ProductSection> sections)
    {
        violations.RequireCount("sections", sections.Count, MessageLimits.ProductListSections, "sections");

        int products = 0;
        for (int i = 0; i < sections.Count; i++)
        {
            products += sections[i].Products.Length;
            violations.Enter(new("sections[{0}]", i));
            sections[i].Validate(violations, needsTitle: sections.Count > 1);
            violations.Leave();
        }

        if (products > MessageLimits.ProductListProducts)
        {
            violations.RequireCount("sections", products, MessageLimits.ProductListProducts, "products in all sections");
        }
    }

    /// <summary>Writes the sections of one list.</summary>
    internal static void Write(Utf8JsonWriter writer, ImmutableArray<ProductSection> sections)
    {
        writer.WriteStartArray("sections"u8);
        foreach (ProductSection section in sections)
        {
            writer.WriteStartObject();
            if (section.Title is not null)
            {
                writer.WriteString("title"u8, section.Title);
            }

            writer.WriteStartArray("product_items"u8);
            foreach (RetailerId product in section.Products)
            {
                writer.WriteStartObject();
                writer.WriteString("product_retailer_id"u8, product.Value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void Validate(Violations violations, bool needsTitle)
    {
        if (Title is null && needsTitle)
        {
            violations.Add("title", ViolationRule.Required,
                "Each section needs a title when there is more than one.", MessageLimits.SectionTitle, 0);
        }

        violations.AllowText("title", Title, MessageLimits.SectionTitle, "The section's title");

        if (Products.IsEmpty)
        {
            violations.Add("product_items", ViolationRule.Required, "The section has no products; add one or leave the section out.");
        }

        for (int i = 0; i < Products.Length; i++)
        {
            violations.RequireRetailerId(new("product_items[{0}].product_retailer_id", i), Products[i]);
        }
    }

    // Empty is the same as absent: nothing is sent.
    private static string? NullIfEmpty(string? title) => string.IsNullOrEmpty(title) ? null : title;
}
