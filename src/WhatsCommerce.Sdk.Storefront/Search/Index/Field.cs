namespace WhatsCommerce.Storefronts;

/// <summary>Where a product has a word. The greater value counts where it has it in several places.</summary>
internal enum Field : byte
{
    None = 0,
    Description = 1,
    Group = 2,
    Category = 3,
    Options = 4,
    Brand = 5,

    /// <summary>A category of one word, which says what kind of thing it is: whoever writes it means all of it.</summary>
    CategoryName = 6,
    Title = 7,
    TitleHead = 8,
}
