namespace WhatsCommerce.Messages;

/// <summary>Builds a request for the customer's location: a body, and nothing else.</summary>
/// <remarks>The customer's reply arrives as a location message. Source: Meta, messages/location-request-messages.</remarks>
public sealed class LocationRequestMessageBuilder : BodyMessageBuilder<LocationRequestMessageBuilder, LocationRequestMessage>
{
    internal LocationRequestMessageBuilder() { }

    private protected override void Validate(Violations violations) => RequireBody(violations);

    private protected override LocationRequestMessage Create() => new(BodyText!);
}
