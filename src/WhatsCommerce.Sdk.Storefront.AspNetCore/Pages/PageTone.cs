namespace WhatsCommerce.Storefronts;

/// <summary>How a page feels: what its picture and its color say beside its words.</summary>
internal enum PageTone
{
    Plain,
    Good,
    Waiting,
    Stopped,
}
