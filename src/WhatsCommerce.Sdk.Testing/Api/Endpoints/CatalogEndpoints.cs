namespace WhatsCommerce.Testing;

/// <summary>
/// The endpoints for catalogs of the business, and for their connection to accounts. Source: Meta, marketing-api product-catalog.
/// </summary>
internal sealed class CatalogEndpoints(
    string businessId, EmulatedCatalogs catalogs, EmulatedAccounts accounts, Entries<FeedEntry> feeds, Paging paging)
{
    private static readonly string[] Verticals =
    [
        "adoptable_pets", "apps_and_software", "articles_and_publications", "commerce", "destinations", "flights", "generic",
        "home_listings", "hotels", "local_service_businesses", "media_titles", "offer_items", "offline_commerce", "professional_services",
        "transactable_items", "vehicles",
    ];

    private readonly FieldSet<EmulatedCatalog> _fields = new("ProductCatalog", "id,name")
    {
        ["id"] = (json, catalog) => json.WriteString("id", catalog.Id.Value),
        ["name"] = (json, catalog) => json.WriteString("name", catalog.Name),
        ["vertical"] = (json, catalog) => json.WriteString("vertical", catalog.Vertical),
        ["product_count"] = (json, catalog) => json.WriteNumber("product_count", catalog.Count),
        ["feed_count"] = (json, catalog) => json.WriteNumber("feed_count", feeds.Where(feed => feed.Catalog == catalog).Length),
        ["is_catalog_segment"] = (json, _) => json.WriteBoolean("is_catalog_segment", false),
        ["business"] = (json, _) => WriteBusiness(json, "business", businessId),
        ["owner_business"] = (json, _) => WriteBusiness(json, "owner_business", businessId),
        LeftOut = FrozenSet.ToFrozenSet(
        [
            "ad_account_to_collaborative_ads_share_settings", "agency_collaborative_ads_share_settings", "catalog_store",
            "commerce_merchant_settings", "creator_user", "da_display_settings", "default_image_url", "fallback_image_url",
            "is_local_catalog", "store_catalog_settings", "user_access_expire_time",
        ]),
    };

    public ApiResponse ListOwned(ApiCall call, EmulatedBusiness business) => List(call, catalog => catalog.IsOwned);

    public ApiResponse ListClient(ApiCall call, EmulatedBusiness business) => List(call, catalog => !catalog.IsOwned);

    public ApiResponse Create(ApiCall call, EmulatedBusiness business)
    {
        string name = call.Required("name");
        string vertical = call.Text("vertical") ?? "commerce";
        ApiCall.Check(Verticals.Contains(vertical) ? null : Refusals.NotOneOf("vertical", string.Join(", ", Verticals), vertical));
        return ApiResponse.Made(catalogs.Add(name, vertical).Id.Value!);
    }

    public ApiResponse Read(ApiCall call, EmulatedCatalog catalog) => _fields.Respond(call, catalog);

    public static ApiResponse Update(ApiCall call, EmulatedCatalog catalog)
    {
        catalog.Name = call.Text("name") ?? catalog.Name;
        return ApiResponse.Done();
    }

    public ApiResponse Delete(ApiCall call, EmulatedCatalog catalog)
    {
        catalogs.Remove(catalog);
        accounts.Disconnect(catalog);
        return ApiResponse.Done();
    }

    public ApiResponse ListConnected(ApiCall call, EmulatedAccount account) => List(call, catalog => catalog == account.Catalog);

    // These rules are known; Meta's error codes and messages for them are not.
    public ApiResponse Connect(ApiCall call, EmulatedAccount account)
    {
        EmulatedCatalog catalog = Named(call);
        ApiCall.Check(
            catalog.Vertical != "commerce" ? Refused(
                "Catalog Not Supported",
                $"Only a catalog with the vertical commerce can be connected to a WhatsApp Business account; this one has the vertical "
                    + $"{catalog.Vertical}.")
            : account.Catalog is { } connected && connected != catalog ? Refused(
                "Catalog Already Connected",
                $"A WhatsApp Business account can have only one catalog: disconnect {connected.Id} first.")
            : null);
        account.Catalog = catalog;
        return ApiResponse.Done();
    }

    public ApiResponse Disconnect(ApiCall call, EmulatedAccount account)
    {
        EmulatedCatalog catalog = Named(call);
        ApiCall.Check(account.Catalog == catalog
            ? null
            : Refused("Catalog Not Connected", $"The catalog {catalog.Id} is not connected to this account."));
        account.Catalog = null;
        return ApiResponse.Done();
    }

    private ApiResponse List(ApiCall call, Func<EmulatedCatalog, bool> holds)
    {
        IReadOnlyList<string> fields = _fields.Read(call);
        EmulatedCatalog[] sorted = [.. catalogs.All.OrderBy(IdOf)];
        return paging.Respond(call, sorted, IdOf, (json, catalog) => _fields.Write(json, catalog, fields), holds);
    }

    private EmulatedCatalog Named(ApiCall call) => call.Required("catalog_id") is var id && catalogs.Find(id) is { } catalog
        ? catalog
        : throw new RefusedException(
            Refused("Catalog Not Found", $"There is no catalog with the id '{id}', or it is not shared with this business."));

    private static Refusal Refused(string title, string message) =>
        new(400, 100, "(#100) Invalid parameter") { UserTitle = title, UserMessage = message };

    private static long IdOf(EmulatedCatalog catalog) =>
        long.TryParse(
            catalog.Id.Value,
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out long id) ? id : 0;

    private static void WriteBusiness(Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("id", id);
        json.WriteString("name", "Local business");
        json.WriteEndObject();
    }
}
