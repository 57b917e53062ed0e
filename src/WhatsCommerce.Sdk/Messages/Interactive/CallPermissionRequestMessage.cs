namespace WhatsCommerce.Messages;

/// <summary>A message that asks the customer for the permission to call. Created by <see cref="Message.CallPermissionRequest"/>.</summary>
public sealed class CallPermissionRequestMessage : InteractiveMessage
{
    internal CallPermissionRequestMessage(string? body)
        : base(body, footer: null) { }

    /// <inheritdoc/>
    public override string Kind => "call_permission_request";

    private protected override void WriteAction(Utf8JsonWriter writer) => writer.WriteString("name"u8, "call_permission_request"u8);
}
