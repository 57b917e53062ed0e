namespace WhatsCommerce.Messages;

/// <summary>Represents a payment option of an order.</summary>
/// <remarks>Source: Meta, payments/payments-br and payments/payments-in, <c>payment_settings</c>.</remarks>
public abstract partial class PaymentSetting
{
    private protected PaymentSetting() { }

    /// <summary>The type on the wire, such as <c>pix_dynamic_code</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The only accepted currency; absent if there is no restriction.</summary>
    internal virtual Currency Currency => default;

    /// <summary>Creates a link to the shop's own checkout.</summary>
    /// <param name="uri">An absolute https URL.</param>
    public static PaymentSetting Link(string? uri) => new LinkSetting(uri);

    /// <inheritdoc cref="Link(string?)"/>
    public static PaymentSetting Link(Uri? uri) => new LinkSetting(uri?.OriginalString);

    /// <summary>Creates a Pix payment with a code for this order; in Brazil.</summary>
    /// <param name="code">The code that the customer copies into the bank's app.</param>
    /// <param name="merchantName">The account holder.</param>
    /// <param name="key">The key of the account.</param>
    /// <param name="keyType">The type of the key.</param>
    public static PaymentSetting PixDynamicCode(string? code, string? merchantName, string? key, PixKeyType keyType) =>
        new PixSetting(code, merchantName, key, keyType);

    /// <summary>
    /// Creates a Pix code without an account, for <see cref="TemplateMessageBuilder.PaymentRequestButton"/>; an order also requires the
    /// account.
    /// </summary>
    /// <param name="code">The code that the customer copies into the bank's app.</param>
    public static PaymentSetting PixDynamicCode(string? code) => new PixSetting(code, null, null, null);

    /// <summary>Creates a bank slip; in Brazil.</summary>
    /// <param name="digitableLine">The line of digits that the customer copies into the bank's app.</param>
    public static PaymentSetting Boleto(string? digitableLine) => new BoletoSetting(digitableLine);

    /// <summary>Creates a payment by a card that the shop has on file (one-click payment); in Brazil.</summary>
    /// <param name="lastFourDigits">The last four digits of the card, by which the customer recognizes it.</param>
    /// <param name="credentialId">The shop's own id of the card, which is returned when the customer agrees.</param>
    public static PaymentSetting OffsiteCard(string? lastFourDigits, string? credentialId) => new CardSetting(lastFourDigits, credentialId);

    /// <summary>Creates a UPI link for this order; in India.</summary>
    /// <param name="link">Begins with <c>upi://pay?</c>.</param>
    public static PaymentSetting UpiIntentLink(string? link) => new UpiSetting(link);

    /// <summary>Creates a payment through the gateway Razorpay; in India.</summary>
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

    /// <summary>Creates a payment through the gateway PayU; in India.</summary>
    /// <param name="configurationName">The payment configuration of the WhatsApp Manager, at most
    /// <see cref="MessageLimits.PaymentConfigurationName"/> characters.</param>
    /// <param name="userDefinedFields">At most four values of your own, each of at most <see cref="MessageLimits.PayUField"/>
    /// characters.</param>
    public static PaymentGatewaySetting PayU(string? configurationName, params ReadOnlySpan<string?> userDefinedFields) =>
        new("payu", configurationName, "udf", 4, userDefinedFields, MessageLimits.PayUField);

    /// <summary>Creates a payment through the gateway BillDesk; in India.</summary>
    /// <param name="configurationName">The payment configuration of the WhatsApp Manager, at most
    /// <see cref="MessageLimits.PaymentConfigurationName"/> characters.</param>
    /// <param name="additionalInfo">At most seven values of your own, each of at most <see cref="MessageLimits.BillDeskField"/>
    /// characters.</param>
    public static PaymentGatewaySetting BillDesk(string? configurationName, params ReadOnlySpan<string?> additionalInfo) =>
        new("billdesk", configurationName, "additional_info", 7, additionalInfo, MessageLimits.BillDeskField);

    /// <summary>Creates a payment through the gateway Zaakpay; in India.</summary>
    /// <param name="configurationName">The payment configuration of the WhatsApp Manager, at most
    /// <see cref="MessageLimits.PaymentConfigurationName"/> characters.</param>
    /// <param name="extras">At most two values of your own, each of at most <see cref="MessageLimits.ZaakpayField"/> characters.</param>
    public static PaymentGatewaySetting Zaakpay(string? configurationName, params ReadOnlySpan<string?> extras) =>
        new("zaakpay", configurationName, "extra", 2, extras, MessageLimits.ZaakpayField);

    /// <summary>
    /// Restricts the payer's bank account, encrypted for the payment gateway Razorpay (third-party validation); in India.
    /// </summary>
    /// <param name="encryptedData">The account, encrypted with the key that Razorpay gave you.</param>
    public static PaymentSetting RazorpayAccount(string? encryptedData) => new EncryptedSetting("razorpay", encryptedData);

    /// <summary>Restricts the payer's bank account, encrypted for the payment gateway PayU (third-party validation); in India.</summary>
    /// <param name="encryptedData">The account, encrypted with the key that PayU gave you.</param>
    public static PaymentSetting PayUAccount(string? encryptedData) => new EncryptedSetting("payu", encryptedData);

    /// <summary>Returns only the type: links and codes are as sensitive as money.</summary>
    public sealed override string ToString() => Type;

    /// <summary>Validates the setting; paths are relative to it.</summary>
    internal abstract void Validate(Violations violations);

    /// <summary>Validates the requirements of a payment-request button; paths are relative to the setting.</summary>
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
