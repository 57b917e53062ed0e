namespace WhatsCommerce.Storefronts;

/// <summary>The tone of a page, which determines its icon and color.</summary>
internal enum PageTone
{
    Plain,
    Good,
    Waiting,
    Stopped,
}
