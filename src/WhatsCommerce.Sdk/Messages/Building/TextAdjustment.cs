namespace WhatsCommerce.Messages;

/// <summary>Represents a text of a message that its builder changed because the app asked for it.</summary>
/// <param name="Path">The path of the text in the request, such as <c>template.components[0].parameters[1].text</c>.</param>
/// <param name="Kind">The kind of change.</param>
public sealed record TextAdjustment(string Path, TextAdjustmentKind Kind);
