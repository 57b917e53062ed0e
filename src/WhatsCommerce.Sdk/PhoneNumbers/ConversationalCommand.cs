using System.Text.Json.Serialization;

namespace WhatsCommerce.PhoneNumbers;

/// <summary>Represents a command that customers can choose after typing a slash.</summary>
/// <param name="Name"><c>command_name</c>: at most 30 letters, digits and underscores, without the slash.</param>
/// <param name="Description"><c>command_description</c>: at most 256 characters.</param>
public sealed record ConversationalCommand(
    [property: JsonPropertyName("command_name")] string Name,
    [property: JsonPropertyName("command_description")] string Description);
