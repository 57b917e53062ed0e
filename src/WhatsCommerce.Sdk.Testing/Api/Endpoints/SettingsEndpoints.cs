using WhatsCommerce.Testing.Judging.Numbers;

namespace WhatsCommerce.Testing;

/// <summary>The endpoints for commerce settings, compliance data and business profile of a number.</summary>
internal static class SettingsEndpoints
{
    private static readonly string[] ComplianceFields =
        [
            "messaging_product",
            "entity_name",
            "entity_type",
            "entity_type_custom",
            "is_registered",
            "grievance_officer_details",
            "customer_care_details"];

    private static readonly string[] ProfileFields =
        ["messaging_product", "about", "address", "description", "email", "profile_picture_url", "websites", "vertical"];

    // Meta does not document what the id identifies; here it is that of the catalog.
    public static ApiResponse ReadCommerce(ApiCall call, EmulatedNumber number) => Data(json =>
    {
        json.WriteString("id", number.Account.Catalog?.Id.Value ?? number.Id.Value);
        json.WriteBoolean("is_cart_enabled", number.IsCartEnabled);
        json.WriteBoolean("is_catalog_visible", number.IsCatalogVisible);
    });

    public static ApiResponse SetCommerce(ApiCall call, EmulatedNumber number)
    {
        bool? cart = call.Flag("is_cart_enabled");
        bool? catalog = call.Flag("is_catalog_visible");
        ApiCall.Check(
            cart is null && catalog is null ? new(400, 100, "(#100) One of is_cart_enabled and is_catalog_visible is required.") : null);
        number.IsCartEnabled = cart ?? number.IsCartEnabled;
        number.IsCatalogVisible = catalog ?? number.IsCatalogVisible;
        return ApiResponse.Done();
    }

    public static ApiResponse ReadCompliance(ApiCall call, EmulatedNumber number)
    {
        string[] fields = Fields(call, ComplianceFields);
        return Data(json =>
        {
            json.WriteString("whatsapp_business_account_id", number.Account.Id.Value);
            using JsonDocument info = JsonDocument.Parse(
                number.Compliance ?? "{\"messaging_product\":\"whatsapp\",\"is_registered\":false}"u8.ToArray());
            foreach (string field in fields)
            {
                json.WritePropertyName(field);
                if (info.RootElement.TryGetProperty(field, out JsonElement value))
                {
                    value.WriteTo(json);
                }
                else
                {
                    json.WriteNullValue();
                }
            }
        });
    }

    public static ApiResponse SetCompliance(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(ComplianceRules.Judge(call.Body));
        number.Compliance = [.. call.BodyJson];
        return ApiResponse.Done();
    }

    public static ApiResponse ReadProfile(ApiCall call, EmulatedNumber number)
    {
        string[] fields = Fields(call, ProfileFields);
        return Data(json =>
        {
            using JsonDocument profile = JsonDocument.Parse(number.Profile);
            foreach (string field in fields)
            {
                if (profile.RootElement.TryGetProperty(field, out JsonElement value))
                {
                    json.WritePropertyName(field);
                    value.WriteTo(json);
                }
            }
        });
    }

    public static ApiResponse SetProfile(ApiCall call, EmulatedNumber number)
    {
        ApiCall.Check(ProfileRules.Judge(call.Body));
        number.Profile = ItemAttributes.Merge(call.Body!.Value, number.Profile, onlyNullEmpties: true);
        if (call.Text("profile_picture_handle") is { Length: > 0 })
        {
            using JsonDocument picture =
                JsonDocument.Parse("""{"profile_picture_handle":null,"profile_picture_url":"https://pps.whatsapp.net/v/local"}""");
            number.Profile = ItemAttributes.Merge(picture.RootElement, number.Profile, onlyNullEmpties: true);
        }

        return ApiResponse.Done();
    }

    private static string[] Fields(ApiCall call, string[] known)
    {
        string[] asked = (call.Text("fields") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return asked.Except(known).FirstOrDefault() is { } unknown
            ? throw new RefusedException(new Refusal(400, 100, $"(#100) Tried accessing nonexisting field ({unknown})"))
            : asked.Length > 0 ? asked : known;
    }

    private static ApiResponse Data(Action<Utf8JsonWriter> write) => ApiResponse.Success(json =>
    {
        json.WriteStartArray("data");
        json.WriteStartObject();
        write(json);
        json.WriteEndObject();
        json.WriteEndArray();
    });
}
