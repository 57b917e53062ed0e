namespace WhatsCommerce;

/// <summary>
/// What can be told where to keep everything durable: <c>UseSqlite(...)</c> and <c>UsePostgreSql(...)</c> extend it, and so serve the
/// builders of webhooks and of storefronts alike.
/// </summary>
/// <remarks>The services are a type parameter, because this package refers to no other: it is always <c>IServiceCollection</c>.</remarks>
/// <typeparam name="TServices"><c>IServiceCollection</c>.</typeparam>
public interface IWhatsCommerceStorageBuilder<out TServices>
{
    /// <summary>Gets the services of the app.</summary>
    TServices Services { get; }
}
