namespace WhatsCommerce.Storefronts;

/// <summary>An action that the visitor can take on a page.</summary>
/// <param name="Label">The label.</param>
/// <param name="Address">The URL: relative, or http or https.</param>
/// <param name="Posts">Whether it changes something and so is a button; otherwise it is a link.</param>
/// <param name="IsMain">Whether it is the primary action.</param>
internal sealed record PageAction(string Label, string Address, bool Posts = false, bool IsMain = false);
