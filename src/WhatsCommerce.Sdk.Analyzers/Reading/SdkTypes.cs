namespace WhatsCommerce.Analyzers;

/// <summary>The metadata names of the types that the rules use.</summary>
internal static class SdkTypes
{
    public const string Message = "WhatsCommerce.Messages.Message";
    public const string MessageBuilder = "WhatsCommerce.Messages.MessageBuilder`1";
    public const string ProductListMessageBuilder = "WhatsCommerce.Messages.ProductListMessageBuilder";
    public const string ListMessageBuilder = "WhatsCommerce.Messages.ListMessageBuilder";
    public const string ReplyButtonsMessageBuilder = "WhatsCommerce.Messages.ReplyButtonsMessageBuilder";
    public const string MediaCarouselMessageBuilder = "WhatsCommerce.Messages.MediaCarouselMessageBuilder";
    public const string ProductCarouselMessageBuilder = "WhatsCommerce.Messages.ProductCarouselMessageBuilder";
    public const string TemplateMessageBuilder = "WhatsCommerce.Messages.TemplateMessageBuilder";
    public const string ProductSection = "WhatsCommerce.Messages.ProductSection";
    public const string MessagesClient = "WhatsCommerce.Messages.MessagesClient";
    public const string SendOptions = "WhatsCommerce.Messages.SendOptions";
    public const string TemplateBuilder = "WhatsCommerce.Templates.TemplateBuilder`1";
    public const string CatalogId = "WhatsCommerce.CatalogId";
    public const string RetailerId = "WhatsCommerce.RetailerId";
    public const string Recipient = "WhatsCommerce.Recipient";
    public const string PhoneNumber = "WhatsCommerce.PhoneNumber";
    public const string Money = "WhatsCommerce.Money";
    public const string WebhookSignature = "WhatsCommerce.Webhooks.WebhookSignature";
    public const string WebhookHandler = "WhatsCommerce.Webhooks.IWebhookHandler`1";
    public const string WebhookContext = "WhatsCommerce.Webhooks.WebhookContext";
    public const string WebhooksBuilder = "Microsoft.Extensions.DependencyInjection.WhatsCommerceWebhooksBuilder";
    public const string StorefrontBuilder = "Microsoft.Extensions.DependencyInjection.WhatsCommerceStorefrontBuilder";
}
