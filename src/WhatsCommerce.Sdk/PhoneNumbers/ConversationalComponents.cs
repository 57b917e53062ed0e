namespace WhatsCommerce.PhoneNumbers;

/// <summary>Represents what customers see in an empty chat: a welcome message, prompts (ice breakers), and slash commands.</summary>
/// <remarks>
/// With the welcome message enabled, a webhook (<c>request_welcome</c>) reports that a customer opened the chat for the first time, and the
/// app sends the welcome message. Source: Meta, business phone numbers, conversational components; the limits are those of Meta's OpenAPI
/// v23.0, <c>ConversationalAutomationRequest</c>.
/// </remarks>
public sealed record ConversationalComponents
{
    /// <summary><c>enable_welcome_message</c>: whether a webhook reports that a customer opened the chat for the first time.</summary>
    [JsonPropertyName("enable_welcome_message")]
    public bool IsWelcomeMessageEnabled { get; init; }

    /// <summary><c>prompts</c>: at most 3 texts of at most 80 characters; a tap sends the text as a message.</summary>
    public IReadOnlyList<string> Prompts { get; init; } = [];

    /// <summary><c>commands</c>: at most 30, with unique names.</summary>
    public IReadOnlyList<ConversationalCommand> Commands { get; init; } = [];

    internal void Check()
    {
        Violations violations = new();
        violations.LimitCount("prompts", Prompts.Count, PhoneNumberLimits.Prompts, "prompts");
        for (int i = 0; i < Prompts.Count; i++)
        {
            violations.RequireText(new WirePath("prompts[{0}]", i), Prompts[i], PhoneNumberLimits.PromptLength, "The prompt");
        }

        violations.LimitCount("commands", Commands.Count, PhoneNumberLimits.Commands, "commands");
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < Commands.Count; i++)
        {
            violations.Enter(new WirePath("commands[{0}]", i));
            violations.RequireText("command_name", Commands[i].Name, PhoneNumberLimits.CommandNameLength, "The name of the command");
            if (Commands[i].Name is { } name && !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
            {
                violations.Add(
                    "command_name", ViolationRule.Format, "The name of the command may have letters, digits and underscores only.");
            }

            violations.RequireUnique("command_name", Commands[i].Name, names, "The name of the command");
            violations.RequireText(
                "command_description",
                Commands[i].Description,
                PhoneNumberLimits.CommandDescriptionLength,
                "The description of the command");
            violations.Leave();
        }

        violations.ThrowIfAny("The conversational components were not sent");
    }
}
