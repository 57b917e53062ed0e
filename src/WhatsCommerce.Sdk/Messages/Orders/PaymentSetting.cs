namespace WhatsCommerce.Messages;

/// <summary>A way to pay an order.</summary>
/// <remarks>Source: Meta, payments/payments-br and payments/payments-in, <c>payment_settings</c>.</remarks>
public abstract partial class PaymentSetting
{
    private protected PaymentSetting() { }

    /// <summary>The type on the wire, such as <c>pix_dynamic_code</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The only currency that it can be paid in; absent where any does.</summary>
    internal virtual Currency Currency => default;

    /// <summary>A link to the shop's own checkout.</summary>
    /// <param name="uri">An absolute https address.</param>
    public static PaymentSetting Link(string? uri) => new LinkSetting(uri);

    /// <inheritdoc cref="Link(string?)"/>
    public static PaymentSetting Link(Uri? uri) => new LinkSetting(uri?.OriginalString);

    /// <summary>A Pix code that was made for this order; in Brazil.</summary>
    /// <param name="code">The code that the customer copies into the bank's app.</param>
    /// <param name="merchantName">The holder of the account.</param>
    /// <param name="key">The key of the account.</param>
    /// <param name="keyType">What kind of key it is.</param>
    public static PaymentSetting PixDynamicCode(string? code, string? merchantName, string? key, PixKeyType keyType) =>
        new PixSetting(code, merchantName, key, keyType);

    /// <summary>
    /// A Pix code alone, for <see cref="TemplateMessageBuilder.PaymentRequestButton"/>; an order needs the account as well.
    /// </summary>
    /// <param name="code">The code that the customer copies into the bank's app.</param>
    public static PaymentSetting PixDynamicCode(string? code) => new PixSetting(code, null, null, null);

    /// <summary>A bank slip; in Brazil.</summary>
    /// <param name="digitableLine">The line of digits that the customer copies into the bank's app.</param>
    public static PaymentSetting Boleto(string? digitableLine) => new BoletoSetting(digitableLine);

    /// <summary>A card that the customer left with the shop before (one-click payment); in Brazil.</summary>
    /// <param name="lastFourDigits">The last four digits of the card, by which the customer recognizes it.</param>
    /// <param name="credentialId">The shop's own id of the card, which comes back when the customer agrees.</param>
    public static PaymentSetting OffsiteCard(string? lastFourDigits, string? credentialId) => new CardSetting(lastFourDigits, credentialId);

    /// <summary>A UPI link that was made for this order; in India.</summary>
    /// <param name="link">Begins with <c>upi://pay?</c>.</param>
    public static PaymentSetting UpiIntentLink(string? link) => new UpiSetting(link);

    /// <summary>The payment gateway Razorpay; in India.</summary>
    /// <param name="configurationName">The payment configuration of the WhatsApp Manager, at most
    /// <see cref="MessageLimits.PaymentConfigurationName"/> characters.</param>
    /// <param name="receipt">A number of your own for the order, at most <see cref="MessageLimits.RazorpayReceipt"/> characters.</param>
    /// <param name="notes">
    /// At most <see cref="MessageLimits.RazorpayNotes"/> values of your own by name, each of at most
    /// <see cref="MessageLimits.RazorpayNote"/> characters.
    /// </param>
    public static PaymentGatewaySetting Razorpay(
        string? configurationName, string? receipt = null, IEnumerable<KeyValuePair<string, string>>? notes = null) =>
        new("razorpay", configurationName, [("receipt", receipt, MessageLimits.RazorpayReceipt)], notes);

    /// <summary>The payment gateway PayU; in India.</summary>
    /// <param name="configurationName">The payment configuration of the WhatsApp Manager, at most
    /// <see cref="MessageLimits.PaymentConfigurationName"/> characters.</param>
    /// <param name="userDefinedFields">At most four values of your own, each of at most <see cref="MessageLimits.PayUField"/>
    /// characters.</param>
    public static PaymentGatewaySetting PayU(string? configurationName, params ReadOnlySpan<string?> userDefinedFields) =>
        new("payu", configurationName, "udf", 4, userDefinedFields, MessageLimits.PayUField);

    /// <summary>The payment gateway BillDesk; in India.</summary>
    /// <param name="configurationName">The payment configuration of the WhatsApp Manager, at most
    /// <see cref="MessageLimits.PaymentConfigurationName"/> characters.</param>
    /// <param name="additionalInfo">At most seven values of your own, each of at most <see cref="MessageLimits.BillDeskField"/>
    /// characters.</param>
    public static PaymentGatewaySetting BillDesk(string? configurationName, params ReadOnlySpan<string?> additionalInfo) =>
        new("billdesk", configurationName, "additional_info", 7, additionalInfo, MessageLimits.BillDeskField);

    /// <summary>The payment gateway Zaakpay; in India.</summary>
    /// <param name="configurationName">The payment configuration of the WhatsApp Manager, at most
    /// <see cref="MessageLimits.PaymentConfigurationName"/> characters.</param>
    /// <param name="extras">At most two values of your own, each of at most <see cref="MessageLimits.ZaakpayField"/> characters.</param>
    public static PaymentGatewaySetting Zaakpay(string? configurationName, params ReadOnlySpan<string?> extras) =>
        new("zaakpay", configurationName, "extra", 2, extras, MessageLimits.ZaakpayField);

    /// <summary>The bank account that must pay, encrypted for the payment gateway Razorpay (third-party validation); in India.</summary>
    /// <param name="encryptedData">The account, encrypted with the key that Razorpay gave you.</param>
    public static PaymentSetting RazorpayAccount(string? encryptedData) => new EncryptedSetting("razorpay", encryptedData);

    /// <summary>The bank account that must pay, encrypted for the payment gateway PayU (third-party validation); in India.</summary>
    /// <param name="encryptedData">The account, encrypted with the key that PayU gave you.</param>
    public static PaymentSetting PayUAccount(string? encryptedData) => new EncryptedSetting("payu", encryptedData);

    /// <summary>The type alone: links and codes are as good as money.</summary>
    public sealed override string ToString() => Type;

    /// <summary>Checks the setting; paths are below the setting.</summary>
    internal abstract void Validate(Violations violations);

    /// <summary>Checks what a payment-request button needs of it; paths are below the setting.</summary>
    internal virtual void ValidateRequest(Violations violations) => violations.Add("type", ViolationRule.NotAllowed,
        $"A payment-request button asks for a payment by Pix code, boleto or link, not by {Type}.");

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, Type);
        writer.WriteStartObject(Type);
        WriteMembers(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private protected abstract void WriteMembers(Utf8JsonWriter writer);
}
