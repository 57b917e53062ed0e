namespace WhatsCommerce.Messages;

/// <summary>
/// Represents a message from an approved template; it may be sent outside the 24-hour window. Created by
/// <see cref="Message.Template(string, string)"/>.
/// </summary>
public sealed class TemplateMessage : OutboundMessage
{
    private readonly TemplateContent _content;
    private readonly MarketingSettings? _marketing;
    private readonly TimeProvider _clock;

    internal TemplateMessage(string name, string language, TemplateContent content, MarketingSettings? marketing, TimeProvider clock)
    {
        Name = name;
        Language = language;
        _content = content;
        _marketing = marketing;
        _clock = clock;
    }

    /// <inheritdoc/>
    public override string Kind => "template";

    /// <summary>The name of the template.</summary>
    public string Name { get; }

    /// <summary>The language of the template.</summary>
    public string Language { get; }

    /// <summary>Compares the message with its template, for errors that Meta would report with 132000 or 132012.</summary>
    /// <param name="shape">The parameters of the template.</param>
    /// <returns>All mismatches: counts, kinds and names of parameters, missing headers, buttons, cards. Empty when it fits.</returns>
    public IReadOnlyList<Violation> CheckAgainst(TemplateShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Violations violations = new(_clock);
        violations.Enter("template");
        if (Name != shape.Name)
        {
            violations.Add("name", ViolationRule.Mismatch, "The message is from another template than the one that it is compared with.");
        }

        if (Language != shape.Language)
        {
            violations.Add(
                "language.code", ViolationRule.Mismatch, "The message is in another language than the template that it is compared with.");
        }

        new TemplateParameterChecks(violations, shape).Check(_content);
        return violations.ToList();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<RetailerId> Products => [.. _content.Products];

    internal override bool IsMarketing => _marketing is not null;

    private protected override TimeProvider Clock => _clock;

    private protected override bool SuitsGroups => true;

    private protected override void ValidateAtSend(Violations violations, Recipient to)
    {
        if (IsMarketing && to.Kind == RecipientKind.Group)
        {
            violations.Add("recipient_type", ViolationRule.NotAllowed, "A marketing message goes to one person, not to a group.");
        }

        violations.Enter("template");
        if (to.Kind == RecipientKind.Group)
        {
            _content.ValidateForGroup(violations);
        }

        _content.ValidateAtSend(violations);
        violations.Leave();
    }

    private protected override void WriteContent(Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, "template"u8);
        writer.WriteStartObject("template"u8);
        writer.WriteString("name"u8, Name);
        writer.WriteStartObject("language"u8);
        writer.WriteString("code"u8, Language);
        writer.WriteEndObject();
        _content.Write(writer);
        writer.WriteEndObject();
        writer.WriteOptional("product_policy"u8, _marketing?.Policy.Value);
        if (_marketing?.ShareActivity is bool shareActivity)
        {
            writer.WriteBoolean("message_activity_sharing"u8, shareActivity);
        }
    }
}
