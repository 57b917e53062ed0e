namespace WhatsCommerce.Storefronts;

/// <summary>Something that the visitor can do on a page.</summary>
/// <param name="Label">What they read.</param>
/// <param name="Address">Where it leads: relative, or of http or https.</param>
/// <param name="Posts">Whether it changes something, so that it is a button; otherwise it is a link.</param>
/// <param name="IsMain">Whether it is what most visitors want.</param>
internal sealed record PageAction(string Label, string Address, bool Posts = false, bool IsMain = false);
