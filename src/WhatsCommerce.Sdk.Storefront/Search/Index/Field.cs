namespace WhatsCommerce.Storefronts;

/// <summary>The field of a product that contains a word. If several do, the one with the greatest value counts.</summary>
internal enum Field : byte
{
    None = 0,
    Description = 1,
    Group = 2,
    Category = 3,
    Options = 4,
    Brand = 5,

    /// <summary>A category of one word, which names the kind of product: a query for it means the whole category.</summary>
    CategoryName = 6,
    Title = 7,
    TitleHead = 8,
}
