namespace WhatsCommerce.Sdk.Storefront.Tests.Recovery;

/// <summary>An instance ends here: nothing that it would have done afterwards is done.</summary>
internal sealed class InstanceDiedException() : Exception("The instance died.");

/// <summary>Meta refuses a message.</summary>
internal sealed class RefusedException() : WhatsCommerceException("Meta refused it.");
