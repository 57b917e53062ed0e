namespace WhatsCommerce.Messages;

/// <content>The payment options that consist of a few texts.</content>
public abstract partial class PaymentSetting
{
    private static readonly Currency Brazil = new("BRL");
    private static readonly Currency India = new("INR");

    private sealed class LinkSetting(string? uri) : PaymentSetting
    {
        public override string Type => "payment_link";

        internal override void Validate(Violations violations) => violations.RequireUrl("payment_link.uri", uri, "The payment link");

        internal override void ValidateRequest(Violations violations) => Validate(violations);

        private protected override void WriteMembers(Utf8JsonWriter writer) => writer.WriteString("uri"u8, uri);
    }

    private sealed class PixSetting(string? code, string? merchantName, string? key, PixKeyType? keyType) : PaymentSetting
    {
        public override string Type => "pix_dynamic_code";

        internal override Currency Currency => Brazil;

        private string? KeyType => keyType switch
        {
            PixKeyType.Cpf => "CPF",
            PixKeyType.Cnpj => "CNPJ",
            PixKeyType.Email => "EMAIL",
            PixKeyType.Phone => "PHONE",
            PixKeyType.RandomKey => "EVP",
            _ => null,
        };

        internal override void Validate(Violations violations)
        {
            violations.RequireText("pix_dynamic_code.code", code, "The Pix code");
            violations.RequireText("pix_dynamic_code.merchant_name", merchantName, "The holder of the Pix account");
            violations.RequireText("pix_dynamic_code.key", key, "The key of the Pix account");
            violations.RequireText("pix_dynamic_code.key_type", KeyType, "The kind of the Pix key");
        }

        internal override void ValidateRequest(Violations violations)
        {
            violations.RequireText("pix_dynamic_code.code", code, "The Pix code");
            if (keyType is not null)
            {
                violations.Add("pix_dynamic_code", ViolationRule.NotAllowed,
                    "A payment-request button takes the Pix code alone: PaymentSetting.PixDynamicCode(code).");
            }
        }

        private protected override void WriteMembers(Utf8JsonWriter writer)
        {
            writer.WriteString("code"u8, code);
            if (keyType is not null)
            {
                writer.WriteString("merchant_name"u8, merchantName);
                writer.WriteString("key"u8, key);
                writer.WriteString("key_type"u8, KeyType);
            }
        }
    }

    private sealed class BoletoSetting(string? digitableLine) : PaymentSetting
    {
        public override string Type => "boleto";

        internal override Currency Currency => Brazil;

        internal override void Validate(Violations violations) =>
            violations.RequireText("boleto.digitable_line", digitableLine, "The digitable line of the boleto");

        internal override void ValidateRequest(Violations violations) => Validate(violations);

        private protected override void WriteMembers(Utf8JsonWriter writer) => writer.WriteString("digitable_line"u8, digitableLine);
    }

    private sealed class CardSetting(string? lastFourDigits, string? credentialId) : PaymentSetting
    {
        public override string Type => "offsite_card_pay";

        internal override Currency Currency => Brazil;

        internal override void Validate(Violations violations)
        {
            if (lastFourDigits is not { Length: 4 } || lastFourDigits.AsSpan().ContainsAnyExceptInRange('0', '9'))
            {
                violations.Add("offsite_card_pay.last_four_digits", ViolationRule.Format,
                    "Give the last four digits of the card, and no more of it.", 4, lastFourDigits?.Length ?? 0);
            }

            violations.RequireText("offsite_card_pay.credential_id", credentialId, "The id of the card");
        }

        private protected override void WriteMembers(Utf8JsonWriter writer)
        {
            writer.WriteString("last_four_digits"u8, lastFourDigits);
            writer.WriteString("credential_id"u8, credentialId);
        }
    }

    private sealed class UpiSetting(string? link) : PaymentSetting
    {
        public override string Type => "upi_intent_link";

        internal override Currency Currency => India;

        internal override void Validate(Violations violations)
        {
            violations.RequireText("upi_intent_link.link", link, "The UPI link");
            if (!string.IsNullOrWhiteSpace(link) && !link.StartsWith("upi://", StringComparison.OrdinalIgnoreCase))
            {
                violations.Add("upi_intent_link.link", ViolationRule.Format,
                    "A UPI link begins with upi://pay?; an https link is given with PaymentSetting.Link.");
            }
        }

        private protected override void WriteMembers(Utf8JsonWriter writer) => writer.WriteString("link"u8, link);
    }

    private sealed class EncryptedSetting(string type, string? data) : PaymentSetting
    {
        public override string Type => type;

        internal override Currency Currency => India;

        internal override void Validate(Violations violations) =>
            violations.RequireText($"{type}.encrypted_payment_gateway_data", data, "The encrypted bank account");

        private protected override void WriteMembers(Utf8JsonWriter writer) => writer.WriteString("encrypted_payment_gateway_data"u8, data);
    }
}
