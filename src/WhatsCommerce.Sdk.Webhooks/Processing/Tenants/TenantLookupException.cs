namespace WhatsCommerce.Webhooks;

/// <summary>The directory of tenants failed, or did not respond in time.</summary>
internal sealed class TenantLookupException(string message, Exception inner) : Exception(message, inner);
