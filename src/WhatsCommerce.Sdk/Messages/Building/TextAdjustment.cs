namespace WhatsCommerce.Messages;

/// <summary>A text of a message that its builder changed, because the app asked for that.</summary>
/// <param name="Path">Where the text stands in the request, such as <c>template.components[0].parameters[1].text</c>.</param>
/// <param name="Kind">What was done with it.</param>
public sealed record TextAdjustment(string Path, TextAdjustmentKind Kind);
