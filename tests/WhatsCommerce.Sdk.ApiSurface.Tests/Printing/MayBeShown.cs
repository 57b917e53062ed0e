namespace WhatsCommerce.Tests.Printing;

/// <summary>Members that sound sensitive and that a log may show, with the reason.</summary>
internal static class MayBeShown
{
    // The business shows it to everybody: its catalog, its profile, its numbers, who imports its goods.
    private static readonly string[] Public =
    [
        "BusinessCompliance.EntityName",
        "BusinessAccount.MessageTemplateNamespace", "BusinessAccount.Name", "CreditLine.LegalEntityName", "OwningBusiness.Name",
        "BusinessPhoneNumber.DisplayPhoneNumber", "BusinessPhoneNumber.NameStatus", "BusinessPhoneNumber.NewDisplayName",
        "BusinessPhoneNumber.NewNameStatus", "BusinessPhoneNumber.VerifiedName",
        "CallDataPoint.PhoneNumber", "ConversationDataPoint.PhoneNumber", "PricingDataPoint.PhoneNumber", "OfficialAccountStatus.Message",
        "BusinessProfile.Address", "BusinessProfile.Description", "BusinessProfile.Email", "BusinessProfile.ProfilePictureUrl",
        "BusinessProfileUpdate.Address", "BusinessProfileUpdate.Description", "BusinessProfileUpdate.Email",
        "Catalog.Name", "CatalogItem.Description", "CatalogItem.ImageLink", "CatalogItem.ImporterName", "CatalogItem.Link",
        "CatalogItem.Title", "AboutProduct.Name", "ShownProduct.ImageUrl", "ShownProduct.Name",
        "ConversationalCommand.Description", "ConversationalCommand.Name", "QrCode.DeepLink", "QrCode.ImageUrl", "QrCode.PrefilledMessage",
        "EmulatedCartLine.Title", "EmulatedCatalogItem.Address", "EmulatedCatalogItem.Description",
        "EmulatedCatalogItem.ImageAddress", "EmulatedCatalogItem.Title",
        "Importer.AddressLine1", "Importer.AddressLine2", "Importer.City", "Importer.Name", "Importer.PostalCode",
        "ImporterAddress.City", "ImporterAddress.PostalCode", "ImporterAddress.Street1", "ImporterAddress.Street2",
        "OrderDetailsItem.ImageLink", "OrderDetailsItem.Name",
        "Product.Description", "Product.ImageUrl", "Product.ImporterName", "Product.Name", "Product.PriceText", "Product.SalePriceText",
        "Product.Url", "CatalogCollection.Name", "ProductAsked.ImageUrl", "ProductAsked.ProductName", "AdminNotice.ProductName",
        "SearchProduct.Title", "SearchProduct.Description", "CatalogProduct.Description", "CatalogProduct.ImageUrl", "CatalogProduct.Name",
        "CatalogProduct.Url", "UnmatchedProduct.Name",
        "LineProblem.Name", "PriceChange.Name", "ProductPrice.ImageUrl", "ProductPrice.Name", "QuoteLine.Name", "ReorderProduct.Name",
        "ProductFeed.Name", "ProductFeedDefinition.Name", "ProductSet.Name",
    ];

    // Names of settings, templates, forms and handlers, by which a developer finds them.
    private static readonly string[] Names =
    [
        "AppSubscription.CallbackAddress", "AppWebhook.CallbackAddress", "AppWebhookField.Name", "CallbackOverride.Address",
        "SubscribedApp.Link", "SubscribedApp.Name",
        "DeadLetter.EndpointName", "DeadLetter.HandlerName", "LongRun.EndpointName", "LongRun.HandlerName",
        "EmulatedTemplate.Name", "FormReply.Name", "InboxTemplate.Name", "WebhookRequestOptions.EndpointName",
        "LibraryTemplate.Body", "LibraryTemplate.Header", "LibraryTemplate.Name",
        "LibraryTemplateDefinition.LibraryName", "LibraryTemplateDefinition.Name", "TemplateGroup.Description", "TemplateGroup.Name",
        "TemplateGroupUpdate.Description", "TemplateGroupUpdate.Name",
        "Flow.DataApiVersion", "Flow.DataChannelUri", "Flow.Name", "FlowApplication.Name", "FlowAsset.Name", "FlowDraft.Name",
        "FlowUpdate.Name",
        "FlowHealthError.Description", "FlowMetricValue.Key", "FlowMigrationFailure.ErrorMessage", "FlowMigrationFailure.SourceName",
        "FlowValidationError.Message", "MigratedFlow.SourceName",
        "MessageTemplate.Name", "TemplateEvent.TemplateName", "TemplateShape.Name", "TemplateSlotParameter.Name",
        "TemplateQuery.Name", "TemplateQuery.NameOrContent",
        "PaymentConfigurationEvent.ConfigurationName", "PaymentConfigurationEvent.ProviderName",
    ];

    // Sentences that say how a mistake is mended, made up examples, words, figures and hashes.
    private static readonly string[] Harmless =
    [
        "BusinessToken.TokenType", "FeedUploadError.Description", "FeedUploadError.Summary", "FlowClientError.Message",
        "ProductError.Description", "ProductError.Title", "ItemProblem.Message", "Violation.Message", "WebhookParseError.Message",
        "TemplateExample.Name", "TemplateExample.Text",
        "CallEvent.SdpType", "StatusEvent.RecipientType",
        "BusinessCapabilityEvent.MessagingLimitPerPhoneNumber",
        "CampaignKey.From", "CampaignOutcome.MessageHash", "CampaignSlot.PersonHash", "CampaignSlot.SendHash",
        "SendKey.From", "SendKey.Hash",
        "Order.Number", "ConversationEntry.OrderNumber", "OrderStoryEvent.OrderNumber", "AdminNotice.OrderNumber",
        "ProviderRequest.IdempotencyKey",
    ];

    public static string[] Members { get; } = [.. Public, .. Names, .. Harmless];
}
