using System.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Makes a record what a message is: the object in the member that says so, such as <c>location</c>.</summary>
[Conditional("WHATSCOMMERCE_GENERATORS")]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class WebhookPayloadAttribute : Attribute;
