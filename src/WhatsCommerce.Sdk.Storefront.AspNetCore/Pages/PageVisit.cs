namespace WhatsCommerce.Storefronts;

/// <summary>Why somebody opens a page of an attempt.</summary>
internal enum PageVisit
{
    /// <summary>The provider sent them back after they paid.</summary>
    Return,

    /// <summary>The provider sent them back without having been paid.</summary>
    Cancel,

    /// <summary>They want to pay, or to choose how.</summary>
    Pay,

    /// <summary>They chose, and are on their way to the provider.</summary>
    Go,
}
