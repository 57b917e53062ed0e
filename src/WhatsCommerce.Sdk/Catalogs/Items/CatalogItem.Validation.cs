namespace WhatsCommerce.Catalogs;

/// <content>What can be known before it is sent.</content>
public sealed partial record CatalogItem
{
    // Fields that have a property: set through OtherFields too, they would occur twice.
    private static readonly HashSet<string> NamedFields =
    [
        "id", "title", "description", "availability", "condition", "price", "sale_price", "sale_price_effective_date", "link", "image_link",
        "additional_image_link", "brand", "gtin", "mpn", "google_product_category", "product_type", "item_group_id", "color", "size",
        "material", "pattern", "additional_variant_attribute", "quantity_to_sell_on_facebook", "visibility", "wa_compliance_category",
        "origin_country", "importer_name", "importer_address", "manufacturer_info",
    ];

    /// <summary>Validates everything of a complete item that can be checked offline.</summary>
    /// <returns>All violations; empty when the item can be sent.</returns>
    public IReadOnlyList<Violation> Validate() => Validate(CatalogChangeKind.Upsert);

    /// <summary>
    /// Like <see cref="Validate()"/>; of a partial item, only the fields that are set are checked, and that there is at least one.
    /// </summary>
    internal IReadOnlyList<Violation> Validate(CatalogChangeKind kind)
    {
        Violations violations = new();
        bool isNew = kind is CatalogChangeKind.Create or CatalogChangeKind.Upsert;
        ItemChecks found = new(violations, isComplete: isNew);
        found.RetailerId("id", RetailerId);

        // An existing item can be changed and deleted, whatever its id.
        found.OneLine("id", isNew ? RetailerId.Value : null);
        found.Text("title", Title, CatalogLimits.Title);
        found.OneLine("title", Title);
        found.Text("description", Description, CatalogLimits.Description);
        found.Word(
            "availability",
            Availability.Value,
            Availability.IsKnown,
            "in stock, out of stock, preorder, available for order or discontinued");
        if (Condition.HasValue)
        {
            found.Word("condition", Condition.Value, Condition.IsKnown, "new, refurbished or used");
        }

        found.Price("price", Price, isRequired: true);
        found.Price("sale_price", SalePrice, isRequired: false);
        found.Address("link", Link, isRequired: true);
        found.Address("image_link", ImageLink, isRequired: true);
        for (int i = 0; i < (AdditionalImageLinks?.Count ?? 0); i++)
        {
            found.Address(new("additional_image_link[{0}]", i), AdditionalImageLinks![i] ?? "", isRequired: false);
        }

        found.OptionalText("brand", Brand, CatalogLimits.Brand);
        if (GroupId.HasValue)
        {
            found.RetailerId("item_group_id", GroupId);
            found.OneLine("item_group_id", GroupId.Value);
        }

        if (Quantity < 0)
        {
            found.Add("quantity_to_sell_on_facebook", ViolationRule.Range, "There cannot be fewer than 0 pieces.", 0, Quantity);
        }

        if (Clear != CatalogItemFields.None)
        {
            CheckClear(found);
        }
        else if (kind == CatalogChangeKind.Update && SetFields == CatalogItemFields.None)
        {
            found.Add("id", ViolationRule.Required,
                $"The change names the item and nothing else, so that it would change nothing: set what shall change, or name in "
                    + $"{nameof(Clear)} what to empty.");
        }

        CheckSale(found);
        CheckCompliance(found);
        CheckTexts(found);
        return violations.ToList();
    }

    private void CheckSale(ItemChecks found)
    {
        if (SalePrice is { Amount: 0 })
        {
            found.Add(
                "sale_price",
                ViolationRule.Range,
                $"A sale price of 0 sells it for nothing: end a sale with {nameof(Clear)} = "
                    + $"{nameof(CatalogItemFields)}.{nameof(CatalogItemFields.Sale)}.",
                limit: 0);
        }

        if (Price is Money price && SalePrice is Money sale)
        {
            if (price.Currency != sale.Currency)
            {
                found.Add(
                    "sale_price",
                    ViolationRule.Mismatch,
                    $"The sale price is in {sale.Currency}, the price in {price.Currency}: give both in one currency.");
            }
            else if (sale.Amount >= price.Amount)
            {
                found.Add(
                    "sale_price",
                    ViolationRule.Range,
                    $"The sale price {sale} is not below the price {price}: lower it, or leave it out if there is no sale.");
            }
        }

        if (SalePriceStart.HasValue != SalePriceEnd.HasValue)
        {
            found.Add(
                "sale_price_effective_date",
                ViolationRule.Required,
                "The period of the sale price has only one end: give its start and its end, or neither.");
        }
        else if (SalePriceEnd < SalePriceStart)
        {
            found.Add(
                "sale_price_effective_date",
                ViolationRule.Range,
                "The period of the sale price ends before it begins: swap start and end.");
        }
        else if (SalePriceStart is DateTimeOffset start && SalePriceEnd is DateTimeOffset end && MinuteOf(start) == MinuteOf(end))
        {
            found.Add(
                "sale_price_effective_date",
                ViolationRule.Range,
                "The period of the sale price begins and ends within one minute, and is written to the minute: make it longer.");
        }
    }

    private static long MinuteOf(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerMinute;

    private void CheckCompliance(ItemChecks found)
    {
        if (ComplianceCategory.HasValue)
        {
            found.Word("wa_compliance_category", ComplianceCategory.Value, ComplianceCategory.IsKnown, "DEFAULT or COUNTRY_ORIGIN_EXEMPT");
        }

        if (ComplianceCategory == ComplianceCategory.Default && string.IsNullOrWhiteSpace(OriginCountry))
        {
            found.Add("origin_country", ViolationRule.Required,
                "An item of the category DEFAULT names its country of origin, as two letters such as IN; one that need not is of the "
                    + "category COUNTRY_ORIGIN_EXEMPT.");
        }

        found.Country("origin_country", OriginCountry);
        found.Country("importer_address.country", ImporterAddress?.Country);
        if (ImporterAddress is { IsEmpty: true })
        {
            found.Add("importer_address", ViolationRule.Required,
                $"The address says nothing: fill it in, or empty it with {nameof(Clear)} = "
                    + $"{nameof(CatalogItemFields)}.{nameof(CatalogItemFields.ImporterAddress)}.");
        }
    }

    private void CheckTexts(ItemChecks found)
    {
        found.OptionalText("gtin", Gtin);
        found.OptionalText("mpn", Mpn);
        found.OptionalText("google_product_category", GoogleProductCategory);
        found.OptionalText("product_type", ProductType);
        found.OptionalText("color", Color);
        found.OptionalText("size", Size);
        found.OptionalText("material", Material);
        found.OptionalText("pattern", Pattern);
        found.OptionalText("additional_variant_attribute", VariantAttribute);
        found.OptionalText("importer_name", ImporterName);
        found.OptionalText("importer_address.street1", ImporterAddress?.Street1);
        found.OptionalText("importer_address.street2", ImporterAddress?.Street2);
        found.OptionalText("importer_address.city", ImporterAddress?.City);
        found.OptionalText("importer_address.region", ImporterAddress?.Region);
        found.OptionalText("importer_address.postal_code", ImporterAddress?.PostalCode);
        found.OptionalText("manufacturer_info", ManufacturerInfo);
        if (OtherFields is null)
        {
            return;
        }

        foreach ((string name, string value) in OtherFields)
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                found.Add("other_fields", ViolationRule.Required, "One of the other fields has no name.");
            }

            if (NamedFields.Contains(name))
            {
                found.Add(
                    name, ViolationRule.NotAllowed, $"The field {name} is among the other fields: set the item's own property for it.");
            }

            found.OptionalText(name, value ?? "");
        }
    }
}
