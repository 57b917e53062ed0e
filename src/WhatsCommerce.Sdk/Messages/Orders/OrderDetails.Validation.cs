namespace WhatsCommerce.Messages;

/// <content>The rules of an order. All paths are below the order's object, which stands at different places of different
/// messages.</content>
public sealed partial class OrderDetails
{
    private const int PostalCodeDigits = 6;

    internal void Validate(Violations violations)
    {
        violations.RequireReferenceId("reference_id", ReferenceId,
            Currency == India ? MessageLimits.OrderReferenceIdInIndia : MessageLimits.OrderReferenceId);
        if (GoodsType is null)
        {
            violations.Add("type", ViolationRule.Required, "Say what kind of goods are paid for: PhysicalGoods() or DigitalGoods().");
        }

        ValidatePayment(violations);
        ValidateReceivers(violations);
        if (ValidateAmounts(violations))
        {
            ValidateSums(violations);
        }

        ValidateOrder(violations);
    }

    /// <summary>Checks that the order expires as far in the future as Meta requires, which may no longer be true when it is sent.</summary>
    internal void ValidateExpiration(Violations violations)
    {
        if (ExpiresAt is not DateTimeOffset expiresAt)
        {
            return;
        }

        double ahead = (expiresAt - violations.Now).TotalSeconds;
        if (ahead < MessageLimits.OrderExpirationSeconds)
        {
            violations.Add("order.expiration.timestamp", ViolationRule.Range,
                "The order expires too soon: Meta wants it to be open for at least 300 seconds from when it is sent.",
                MessageLimits.OrderExpirationSeconds, (int)Math.Max(ahead, int.MinValue));
        }
    }

    private void ValidatePayment(Violations violations)
    {
        violations.AllowText(
            "payment_configuration", PaymentConfiguration, MessageLimits.PaymentConfigurationName, "The payment configuration");
        if (PaymentConfiguration is not null && Currency != India && Currency.Code is not null)
        {
            violations.Add(
                "payment_configuration", ViolationRule.NotAllowed, $"A UPI configuration is paid in INR; this order is in {Currency}.");
        }

        if (Currency == India && PaymentSettings.IsEmpty && PaymentConfiguration is null)
        {
            violations.Add("payment_settings", ViolationRule.Required,
                "In India an order needs a way to pay it: Payment(PaymentSetting...) or UpiConfiguration(name).");
        }

        for (int i = 0; i < PaymentSettings.Length; i++)
        {
            PaymentSetting setting = PaymentSettings[i];
            violations.Enter(new("payment_settings[{0}]", i));
            setting.Validate(violations);
            if (setting.Currency.Code is not null && Currency.Code is not null && setting.Currency != Currency)
            {
                violations.Add(
                    "type", ViolationRule.NotAllowed, $"{setting.Type} is paid in {setting.Currency}; this order is in {Currency}.");
            }

            violations.Leave();
        }
    }

    private void ValidateReceivers(Violations violations)
    {
        for (int i = 0; i < Beneficiaries.Length; i++)
        {
            Beneficiary beneficiary = Beneficiaries[i];
            violations.Enter(new("beneficiaries[{0}]", i));
            violations.RequireText("name", beneficiary.Name, MessageLimits.BeneficiaryName, "The name of who gets the goods");
            violations.RequireText(
                "address_line1", beneficiary.AddressLine1, MessageLimits.BeneficiaryAddressLine, "The first line of the address");
            violations.AllowText(
                "address_line2", beneficiary.AddressLine2, MessageLimits.BeneficiaryAddressLine, "The second line of the address");
            violations.RequireText("city", beneficiary.City, "The city");
            violations.RequireText("state", beneficiary.State, "The state");
            if (beneficiary.PostalCode is not { Length: PostalCodeDigits }
                || beneficiary.PostalCode.AsSpan().ContainsAnyExceptInRange('0', '9'))
            {
                violations.Add(
                    "postal_code",
                    ViolationRule.Format,
                    "An Indian postal code has six digits.",
                    PostalCodeDigits,
                    beneficiary.PostalCode?.Length ?? 0);
            }

            violations.Leave();
        }

        for (int i = 0; i < (ShipTo?.Length ?? 0); i++)
        {
            ShipTo!.Value[i].Validate(violations, new("shipping_info.addresses[{0}]", i));
        }
    }

    private void ValidateOrder(Violations violations)
    {
        if (IsTotalOnly)
        {
            return;
        }

        if (Catalog is CatalogId catalog)
        {
            violations.RequireCatalogId("order.catalog_id", catalog);
        }

        ValidateExpiration(violations);
        violations.AllowText(
            "order.expiration.description",
            ExpirationDescription,
            MessageLimits.OrderExpirationDescription,
            "The text about the expiration");
        if (Currency == Brazil && ExpiresAt is not null && string.IsNullOrEmpty(ExpirationDescription))
        {
            violations.Add("order.expiration.description", ViolationRule.Required,
                "In Brazil an expiration needs a text that explains it.", MessageLimits.OrderExpirationDescription, 0);
        }

        bool withImages = Items.Any(item => item?.ImageLink is not null);
        violations.RequireCount("order.items", Items.Length, withImages ? MessageLimits.OrderItemsWithImages : int.MaxValue, "items");
        if (withImages && Catalog is not null)
        {
            violations.Add(
                "order.catalog_id", ViolationRule.NotAllowed, "An order whose items have pictures of their own names no catalog.");
        }

        for (int i = 0; i < Items.Length; i++)
        {
            if (Items[i] is OrderDetailsItem item)
            {
                violations.Enter(new("order.items[{0}]", i));
                ValidateItem(violations, item);
                violations.Leave();
            }
            else
            {
                violations.Add(new("order.items[{0}]", i), ViolationRule.Required,
                    "There is no item for this line: the shop does not know it. Leave the line out and tell the customer.");
            }
        }

        ValidateTexts(violations, "order.tax", TaxCharge, "The text about the tax");
        ValidateTexts(violations, "order.shipping", ShippingCharge, "The text about the shipping");
        ValidateTexts(violations, "order.discount", DiscountCharge, "The text about the discount");
    }

    private void ValidateItem(Violations violations, OrderDetailsItem item)
    {
        if (item.RetailerId.HasValue || Currency == Brazil)
        {
            violations.RequireRetailerId("retailer_id", item.RetailerId);
        }

        violations.RequireText("name", item.Name, MessageLimits.OrderItemName, "The item's name");
        if (item.ImageLink is not null)
        {
            violations.RequireUrl("image.link", item.ImageLink, "The item's picture");
            if (item.RetailerId.HasValue)
            {
                violations.Add(
                    "image",
                    ViolationRule.NotAllowed,
                    "An item with a retailer id is shown with its picture in the catalog; leave one of them out.");
            }
        }

        if (item.Quantity < 1)
        {
            violations.Add("quantity", ViolationRule.Range, "The quantity is 1 or more.", 1, item.Quantity);
        }

        violations.AllowText("country_of_origin", item.CountryOfOrigin, "The country of origin");
        if (item.Importer is Importer importer)
        {
            violations.RequireText("importer_name", importer.Name, "The importer's name");
            violations.RequireText("importer_address.address_line1", importer.AddressLine1, "The first line of the importer's address");
            violations.AllowText("importer_address.address_line2", importer.AddressLine2, "The second line of the importer's address");
            violations.AllowText("importer_address.city", importer.City, "The importer's city");
            violations.AllowText("importer_address.zone_code", importer.ZoneCode, "The importer's state");
            violations.AllowText("importer_address.postal_code", importer.PostalCode, "The importer's postal code");
            violations.RequireText("importer_address.country_code", importer.CountryCode, "The importer's country");
        }
    }

    private static void ValidateTexts(Violations violations, string path, OrderCharge? charge, string name)
    {
        violations.AllowText(path + ".description", charge?.Description, MessageLimits.OrderChargeDescription, name);
        violations.AllowText(
            path + ".discount_program_name", charge?.ProgramName, MessageLimits.DiscountProgramName, "The name of the discount program");
    }
}
