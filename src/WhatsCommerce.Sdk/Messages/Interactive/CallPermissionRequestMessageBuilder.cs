using WhatsCommerce.Validation;

namespace WhatsCommerce.Messages;

/// <summary>Builds a request for the permission to call: a body, and nothing else.</summary>
/// <remarks>The answer comes as an interactive reply. Source: Meta, calling/user-call-permissions.</remarks>
public sealed class CallPermissionRequestMessageBuilder
    : BodyMessageBuilder<CallPermissionRequestMessageBuilder, CallPermissionRequestMessage>
{
    internal CallPermissionRequestMessageBuilder()
    {
    }

    private protected override void Validate(Violations violations) => RequireBody(violations);

    private protected override CallPermissionRequestMessage Create() => new(BodyText!);
}
