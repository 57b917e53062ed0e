using System.Text.Json;

namespace WhatsCommerce.Testing;

/// <summary>
/// The number and the account of the options: settings, profile, compliance data, block list, the connected catalog. Numbers that a test adds
/// are added anew by it, and are not kept.
/// </summary>
internal sealed class NumberState(EmulatedAccounts accounts, EmulatedCatalogs catalogs) : IStateSection
{
    public string Name => "number";

    public void Write(Utf8JsonWriter json)
    {
        EmulatedNumber number = accounts.MainNumber;
        json.WriteStartObject();
        json.WriteBoolean("isCartEnabled", number.IsCartEnabled);
        json.WriteBoolean("isCatalogVisible", number.IsCatalogVisible);
        json.WriteString("verifiedName", number.VerifiedName);
        json.WriteString("qualityRating", number.QualityRating);
        json.WriteOptional("callbackOverride", number.CallbackOverride);
        json.WriteRaw("profile", number.Profile);
        json.WriteRaw("compliance", number.Compliance);
        json.WriteList("blocked", number.Blocked.Users, user =>
        {
            json.WriteNumber("number", user.Number);
            json.WriteString("user", user.User);
        });
        json.WriteOptional("catalog", accounts.Main.Catalog?.Id.Value);
        json.WriteBoolean("isSubscribed", accounts.Main.IsSubscribed);
        json.WriteOptional("accountCallbackOverride", accounts.Main.CallbackOverride);
        json.WriteEndObject();
    }

    public void Read(JsonElement section)
    {
        EmulatedNumber number = accounts.MainNumber;
        number.IsCartEnabled = section.Flag("isCartEnabled");
        number.IsCatalogVisible = section.Flag("isCatalogVisible");
        number.VerifiedName = section.Text("verifiedName");
        number.QualityRating = section.Text("qualityRating");
        number.Callback = section.OptionalAddress("callbackOverride");
        number.Profile = section.Required("profile").ValueKind is JsonValueKind.Object ? section.Raw("profile")! : throw new FormatException("'profile' is no object");
        number.Compliance = section.Raw("compliance");
        number.Blocked.Restore(section.List("blocked").Select(user => (user.Number("number"), user.Text("user"))));
        accounts.Main.Catalog = catalogs.Find(section.OptionalText("catalog"));
        accounts.Main.IsSubscribed = section.Flag("isSubscribed");
        accounts.Main.Callback = section.OptionalAddress("accountCallbackOverride");
    }
}
