using System.Globalization;
using System.Text;

namespace WhatsCommerce.Tests.Tenants;

/// <summary>Bodies of deliveries for tenants.</summary>
internal static class TenantBodies
{
    /// <summary>Texts, each of another entry: for the account of one tenant, to the number of one, mostly the same.</summary>
    public static byte[] Texts(params ReadOnlySpan<(int Account, int Number, string Id)> texts)
    {
        StringBuilder entries = new();
        foreach ((int account, int number, string id) in texts)
        {
            entries.Append(entries.Length == 0 ? "" : ",").Append(
                CultureInfo.InvariantCulture,
                $$$"""{"changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":"""
                    + $$$"""{"phone_number_id":"{{{TenantTable.NumberOf(number)}}}"},"messages":"""
                    + $$$"""[{"id":"{{{id}}}","from":"16505550123","timestamp":"1767225600","type":"text","text":{"body":"Hello"}}]}}]"""
                    + $$$""","id":"{{{TenantTable.AccountOf(account)}}}"}""");
        }

        return Encoding.ASCII.GetBytes($$"""{"entry":[{{entries}}],"object":"whatsapp_business_account"}""");
    }

    public static byte[] Text(int tenant, string id) => Texts((tenant, tenant, id));
}
