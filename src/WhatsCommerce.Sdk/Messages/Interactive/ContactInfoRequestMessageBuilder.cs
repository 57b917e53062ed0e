namespace WhatsCommerce.Messages;

/// <summary>Builds a request for the customer's phone number: a body, and nothing else.</summary>
/// <remarks>The customer's reply arrives as a contacts message. Source: Meta, business-scoped-user-ids.</remarks>
public sealed class ContactInfoRequestMessageBuilder : BodyMessageBuilder<ContactInfoRequestMessageBuilder, ContactInfoRequestMessage>
{
    internal ContactInfoRequestMessageBuilder() { }

    private protected override void Validate(Violations violations) => RequireBody(violations);

    private protected override ContactInfoRequestMessage Create() => new(BodyText!);
}
