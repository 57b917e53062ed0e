namespace WhatsCommerce.PhoneNumbers;

/// <summary>Represents a command that customers can choose after typing a slash.</summary>
public sealed record ConversationalCommand
{
    /// <summary>Initializes a new instance of the <see cref="ConversationalCommand"/> class.</summary>
    /// <param name="name"><c>command_name</c>: at most 30 letters, digits and underscores, without the slash.</param>
    /// <param name="description"><c>command_description</c>: at most 256 characters.</param>
    public ConversationalCommand(string name, string description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>Gets <c>command_name</c>.</summary>
    [JsonPropertyName("command_name")]
    public string Name { get; init; }

    /// <summary>Gets <c>command_description</c>.</summary>
    [JsonPropertyName("command_description")]
    public string Description { get; init; }
}
