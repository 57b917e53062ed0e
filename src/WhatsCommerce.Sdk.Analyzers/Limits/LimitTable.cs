using WhatsCommerce.Calls;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Commerce;
using WhatsCommerce.Conversations;
using WhatsCommerce.Messages;
using WhatsCommerce.PhoneNumbers;
using WhatsCommerce.QrCodes;
using WhatsCommerce.Templates;

namespace WhatsCommerce.Analyzers;

/// <summary>Maps parameters and properties of the SDK to their limits, which are the SDK's own source.</summary>
internal static class LimitTable
{
    /// <summary>The name of a constructor in <see cref="LimitedMember.Member"/>.</summary>
    public const string Constructor = ".ctor";

    private const string Root = "WhatsCommerce.";
    private const string Messages = Root + "Messages.";
    private const string Templates = Root + "Templates.";

    /// <summary>Parameters by type, member and name, and properties without the last.</summary>
    public static IReadOnlyList<LimitedMember> All { get; } =
    [
        .. OfMessages(), .. OfConversations(), .. OfOrders(), .. OfTemplateMessages(), .. OfTemplates(), .. OfManagement(),
    ];

    private static IEnumerable<LimitedMember> OfMessages()
    {
        const string type = Messages + "Message";
        Limit sectionTitle = Message(nameof(MessageLimits.SectionTitle), MessageLimits.SectionTitle, "The section's title");
        Limit header = Message(nameof(MessageLimits.InteractiveHeaderText), MessageLimits.InteractiveHeaderText, "The header");
        Limit text = Message(nameof(MessageLimits.TextBody), MessageLimits.TextBody, "The text");
        Limit buttonTitle = Message(nameof(MessageLimits.ButtonTitle), MessageLimits.ButtonTitle, "The button's text");
        yield return new(type, "Text", "body", text);
        yield return new(Messages + "CatalogLinkMessageBuilder", "Body", "text", text);
        yield return new(type, "List", "button", Message(nameof(MessageLimits.ListButton), MessageLimits.ListButton, "The button's text"))
        {
            CanBeShortened = true,
        };
        yield return new(type, "CallToAction", "displayText", buttonTitle) { CanBeShortened = true };
        yield return new(
            Messages + "BodyMessageBuilder`2", "Body", "text",
            Message(nameof(MessageLimits.InteractiveBody), MessageLimits.InteractiveBody, "The body"),
            "ListMessageBuilder", Message(nameof(MessageLimits.ListBody), MessageLimits.ListBody, "The body"));
        yield return new(
            Messages + "InteractiveMessageBuilder`2", "Footer", "text",
            Message(nameof(MessageLimits.InteractiveFooter), MessageLimits.InteractiveFooter, "The footer"));
        yield return new(Messages + "ProductListMessageBuilder", "Header", "text", header);
        yield return new(Messages + "MessageHeader", "Text", "text", header);
        yield return new(Messages + "MessageHeader", "op_Implicit", "text", header);
        yield return new(Messages + "ProductListMessageBuilder", "Section", "title", sectionTitle) { CanBeShortened = true };
        yield return new(Messages + "ListMessageBuilder", "Section", "title", sectionTitle) { CanBeShortened = true };
        yield return new(Messages + "ProductSection", Constructor, "title", sectionTitle);
        Limit retailerId = Message(nameof(MessageLimits.RetailerId), MessageLimits.RetailerId, "The retailer id");
        yield return new(Root + "RetailerId", Constructor, "value", retailerId);
        yield return new(Root + "RetailerId", "op_Implicit", "value", retailerId);
        yield return new(
            Messages + "SendOptions", "CallbackData", null,
            Message(nameof(MessageLimits.CallbackData), MessageLimits.CallbackData, "The callback data"));
    }

    private static IEnumerable<LimitedMember> OfConversations()
    {
        Limit buttonTitle = Message(nameof(MessageLimits.ButtonTitle), MessageLimits.ButtonTitle, "The button's title");
        Limit buttonId = Message(nameof(MessageLimits.ReplyButtonId), MessageLimits.ReplyButtonId, "The button's id");
        Limit caption = Message(nameof(MessageLimits.MediaCaption), MessageLimits.MediaCaption, "The caption");
        Limit fileName = Message(nameof(MessageLimits.DocumentFileName), MessageLimits.DocumentFileName, "The file name");
        Limit place = Message(nameof(MessageLimits.LocationName), MessageLimits.LocationName, "The name");
        Limit address = Message(nameof(MessageLimits.LocationAddress), MessageLimits.LocationAddress, "The address");
        yield return new(Messages + "ReplyButtonsMessageBuilder", "Button", "title", buttonTitle) { CanBeShortened = true };
        yield return new(Messages + "ReplyButtonsMessageBuilder", "Button", "id", buttonId);
        yield return new(Messages + "MediaCardBuilder", "QuickReply", "title", buttonTitle);
        yield return new(Messages + "MediaCardBuilder", "QuickReply", "id", buttonId);
        yield return new(Messages + "MediaCardBuilder", "CallToAction", "displayText", buttonTitle);
        yield return new(
            Messages + "MediaCardBuilder", "Body", "text",
            Message(nameof(MessageLimits.CardBody), MessageLimits.CardBody, "The card's body"));
        yield return new(
            Messages + "ListRow", Constructor, "id", Message(nameof(MessageLimits.ListRowId), MessageLimits.ListRowId, "The row's id"));
        yield return new(
            Messages + "ListRow", Constructor, "title",
            Message(nameof(MessageLimits.ListRowTitle), MessageLimits.ListRowTitle, "The row's title"))
        {
            CanBeShortened = true,
        };
        yield return new(
            Messages + "ListRow", Constructor, "description",
            Message(nameof(MessageLimits.ListRowDescription), MessageLimits.ListRowDescription, "The row's description"));
        yield return new(
            Messages + "FlowMessageBuilder", "Button", "text",
            Message(nameof(MessageLimits.FlowButton), MessageLimits.FlowButton, "The button's text"));
        yield return new(Messages + "VoiceCallMessageBuilder", "DisplayText", "text", buttonTitle);
        yield return new(
            Messages + "VoiceCallMessageBuilder", "Payload", "payload",
            Message(nameof(MessageLimits.CallButtonPayload), MessageLimits.CallButtonPayload, "The payload"));
        yield return new(Messages + "LocationMessageBuilder", "Name", "name", place);
        yield return new(Messages + "LocationMessageBuilder", "Address", "address", address);
        yield return new(Messages + "TemplateMessageBuilder", "LocationHeader", "name", place);
        yield return new(Messages + "TemplateMessageBuilder", "LocationHeader", "address", address);
        yield return new(Messages + "ImageMessageBuilder", "Caption", "text", caption);
        yield return new(Messages + "VideoMessageBuilder", "Caption", "text", caption);
        yield return new(Messages + "DocumentMessageBuilder", "Caption", "text", caption);
        yield return new(Messages + "DocumentMessageBuilder", "FileName", "fileName", fileName);
        yield return new(Messages + "MessageHeader", "Document", "fileName", fileName);
        yield return new(Messages + "TemplateMessageBuilder", "DocumentHeader", "fileName", fileName);
    }

    private static IEnumerable<LimitedMember> OfOrders()
    {
        const string details = Messages + "OrderDetailsBuilder";
        Limit reference = Message(nameof(MessageLimits.OrderReferenceId), MessageLimits.OrderReferenceId, "The reference id");
        Limit item = Message(nameof(MessageLimits.OrderItemName), MessageLimits.OrderItemName, "The item's name");
        Limit charge = Message(nameof(MessageLimits.OrderChargeDescription), MessageLimits.OrderChargeDescription, "The description");
        Limit status = Message(
            nameof(MessageLimits.OrderStatusDescription), MessageLimits.OrderStatusDescription, "The text about the status");
        yield return new(Messages + "Message", "OrderDetails", "referenceId", reference);
        yield return new(Messages + "Message", "OrderStatus", "referenceId", reference);
        yield return new(details, "Item", "name", item);
        yield return new(Messages + "OrderDetailsItem", Constructor, "name", item);
        yield return new(Messages + "OrderDetailsItem", "Name", null, item);
        yield return new(details, "Tax", "description", charge);
        yield return new(details, "Shipping", "description", charge);
        yield return new(details, "Discount", "description", charge);
        yield return new(
            details, "Discount", "programName",
            Message(nameof(MessageLimits.DiscountProgramName), MessageLimits.DiscountProgramName, "The name of the discount program"));
        yield return new(
            details, "Expires", "description",
            Message(
                nameof(MessageLimits.OrderExpirationDescription),
                MessageLimits.OrderExpirationDescription,
                "The text about the expiration"));
        yield return new(
            details, "UpiConfiguration", "configurationName",
            Message(nameof(MessageLimits.PaymentConfigurationName), MessageLimits.PaymentConfigurationName, "The payment configuration"));
        yield return new(Messages + "OrderStatusMessageBuilder", "Description", "text", status);
        yield return new(Messages + "TemplateMessageBuilder", "OrderStatus", "description", status);
        yield return new(
            Messages + "Beneficiary", "Name", null,
            Message(nameof(MessageLimits.BeneficiaryName), MessageLimits.BeneficiaryName, "The name of who gets the goods"));
        Limit line = Message(nameof(MessageLimits.BeneficiaryAddressLine), MessageLimits.BeneficiaryAddressLine, "The line of the address");
        yield return new(Messages + "Beneficiary", "AddressLine1", null, line);
        yield return new(Messages + "Beneficiary", "AddressLine2", null, line);
    }

    private static IEnumerable<LimitedMember> OfTemplateMessages()
    {
        const string builder = Messages + "TemplateMessageBuilder";
        Limit index = new(
            MessageLimits.TemplateButtons - 1,
            nameof(MessageLimits) + "." + nameof(MessageLimits.TemplateButtons) + " - 1",
            "The index of the button, counted from 0,");
        Limit url = Message(nameof(MessageLimits.TemplateUrl), MessageLimits.TemplateUrl, "The end of the button's address");
        yield return new(
            Messages + "Message", "Template", "name",
            Message(nameof(MessageLimits.TemplateName), MessageLimits.TemplateName, "The template's name"));
        yield return new(
            builder, "Header", "parameter",
            Message(nameof(MessageLimits.TemplateHeaderText), MessageLimits.TemplateHeaderText, "The text of the header's parameter"));
        yield return new(
            builder, "CopyCodeButton", "code", Message(nameof(MessageLimits.CouponCode), MessageLimits.CouponCode, "The coupon code"));
        yield return new(
            builder, "OneTimePassword", "code",
            Message(nameof(MessageLimits.OneTimePassword), MessageLimits.OneTimePassword, "The one-time password"));
        yield return new(builder, "UrlButton", "suffix", url);
        yield return new(Messages + "TemplateCardBuilder", "UrlButton", "suffix", url);
        string[] buttons = ["UrlButton", "QuickReplyButton", "CopyCodeButton", "CatalogButton", "FlowButton", "VoiceCallButton"];
        foreach (string button in buttons)
        {
            yield return new(builder, button, "index", index);
        }
    }

    private static IEnumerable<LimitedMember> OfTemplates()
    {
        yield return new(
            Templates + "BodyTemplateBuilder`1", "Body", "text", Template(nameof(TemplateLimits.Body), TemplateLimits.Body, "The body"),
            "LimitedTimeOfferTemplateBuilder", Template(nameof(TemplateLimits.OfferBody), TemplateLimits.OfferBody, "The body"));
        yield return new(
            Templates + "HeadedTemplateBuilder`1", "Header", "text",
            Template(nameof(TemplateLimits.HeaderText), TemplateLimits.HeaderText, "The header"));
        yield return new(
            Templates + "FootedTemplateBuilder`1", "Footer", "text",
            Template(nameof(TemplateLimits.Footer), TemplateLimits.Footer, "The footer"));
        yield return new(
            Templates + "MediaCardTemplateBuilder", "Body", "text",
            Template(nameof(TemplateLimits.CardBody), TemplateLimits.CardBody, "The card's body"));
        yield return new(
            Templates + "AuthenticationTemplateBuilder", "CodeExpiration", "minutes",
            Template(nameof(TemplateLimits.CodeMinutes), TemplateLimits.CodeMinutes, "The number of minutes"));
        Limit label = Template(nameof(TemplateLimits.ButtonText), TemplateLimits.ButtonText, "The label of the button");
        foreach ((string type, string method) in new[]
        {
            ("MediaHeadedTemplateBuilder`1", "QuickReplyButton"),
            ("CustomTemplateBuilder", "UrlButton"),
            ("CustomTemplateBuilder", "PhoneButton"),
            ("CustomTemplateBuilder", "FlowButton"),
            ("CustomTemplateBuilder", "VoiceCallButton"),
            ("MediaCardTemplateBuilder", "QuickReplyButton"),
            ("MediaCardTemplateBuilder", "UrlButton"),
            ("MediaCardTemplateBuilder", "PhoneButton"),
            ("CatalogTemplateBuilder", "ButtonText"),
            ("ProductListTemplateBuilder", "ButtonText"),
            ("OrderDetailsTemplateBuilder", "ButtonText"),
        })
        {
            yield return new(Templates + type, method, "text", label);
        }
    }

    private static IEnumerable<LimitedMember> OfManagement()
    {
        const string item = Root + "Catalogs.CatalogItem";
        const string inventory = Root + "Catalogs.InventoryOptions";
        const string profile = Root + "PhoneNumbers.BusinessProfileUpdate";
        yield return new(item, "Title", null, Catalog(nameof(CatalogLimits.Title), CatalogLimits.Title, "The title"));
        yield return new(
            item, "Description", null, Catalog(nameof(CatalogLimits.Description), CatalogLimits.Description, "The description"));
        yield return new(item, "Brand", null, Catalog(nameof(CatalogLimits.Brand), CatalogLimits.Brand, "The brand"));
        yield return new(
            inventory, "MaxBatchItems", null,
            Catalog(nameof(CatalogLimits.BatchItems), CatalogLimits.BatchItems, "The number of items in a batch"));
        yield return new(
            inventory, "MaxBatchBytes", null,
            Catalog(nameof(CatalogLimits.BatchBytes), CatalogLimits.BatchBytes, "The number of bytes of a batch"));
        yield return new(
            profile, "About", null, Number(nameof(PhoneNumberLimits.AboutLength), PhoneNumberLimits.AboutLength, "The text"));
        yield return new(
            profile, "Address", null, Number(nameof(PhoneNumberLimits.AddressLength), PhoneNumberLimits.AddressLength, "The address"));
        yield return new(
            profile, "Description", null,
            Number(nameof(PhoneNumberLimits.DescriptionLength), PhoneNumberLimits.DescriptionLength, "The description"));
        yield return new(
            profile, "Email", null, Number(nameof(PhoneNumberLimits.EmailLength), PhoneNumberLimits.EmailLength, "The address"));
        yield return new(
            Root + "PhoneNumbers.PhoneNumbersClient", "RequestDisplayNameAsync", "displayName",
            Number(nameof(PhoneNumberLimits.DisplayNameLength), PhoneNumberLimits.DisplayNameLength, "The display name"));
        yield return new(
            Root + "Calls.CallsClient", "ConnectAsync", "callbackData",
            new(CallLimits.CallbackData, nameof(CallLimits) + "." + nameof(CallLimits.CallbackData), "The callback data"));
        yield return new(
            Root + "Conversations.HandoverOptions", "Note", null,
            new(ConversationLimits.Note, nameof(ConversationLimits) + "." + nameof(ConversationLimits.Note), "The note"));
        Limit prefilled = new(
            QrCodeLimits.PrefilledMessageLength,
            nameof(QrCodeLimits) + "." + nameof(QrCodeLimits.PrefilledMessageLength),
            "The text");
        yield return new(Root + "QrCodes.QrCodesClient", "CreateAsync", "prefilledMessage", prefilled);
        yield return new(Root + "QrCodes.QrCodesClient", "UpdateAsync", "prefilledMessage", prefilled);
        yield return new(
            Root + "Commerce.ComplianceContact", "Email", null,
            new(CommerceLimits.EmailLength, nameof(CommerceLimits) + "." + nameof(CommerceLimits.EmailLength), "The address"));
    }

    private static Limit Message(string name, int most, string what) => new(most, nameof(MessageLimits) + "." + name, what);

    private static Limit Template(string name, int most, string what) => new(most, nameof(TemplateLimits) + "." + name, what);

    private static Limit Catalog(string name, int most, string what) => new(most, nameof(CatalogLimits) + "." + name, what);

    private static Limit Number(string name, int most, string what) => new(most, nameof(PhoneNumberLimits) + "." + name, what);
}
