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
    Title = 6,
    TitleHead = 7,
}
