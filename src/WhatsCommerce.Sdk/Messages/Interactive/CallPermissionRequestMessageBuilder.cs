namespace WhatsCommerce.Messages;

/// <summary>Builds a request for permission to call: an optional body, and nothing else.</summary>
/// <remarks>
/// The customer's decision arrives as an <c>InteractiveReplyEvent</c> with a <c>CallPermissionReply</c>. Meta allows one request in 24
/// hours and two in 7 days for each customer (138009), until a call is answered. Source: Meta, calling/user-call-permissions.
/// </remarks>
public sealed class CallPermissionRequestMessageBuilder
    : BodyMessageBuilder<CallPermissionRequestMessageBuilder, CallPermissionRequestMessage>
{
    internal CallPermissionRequestMessageBuilder() { }

    private protected override void Validate(Violations violations) => AllowBody(violations);

    private protected override CallPermissionRequestMessage Create() => new(BodyText);
}
