namespace WhatsCommerce.Testing;

/// <summary>A few templates of a library such as Meta's, with texts of the emulator's own.</summary>
internal sealed class TemplateLibrary
{
    public const string Path = "message_template_library";

    private static readonly JsonElement[] All =
    [
        .. JsonElement.Parse(
            """
            [
              {"id":"7138055039625658","name":"delivery_update_1","language":"en_US","category":"UTILITY","topic":"ORDER_MANAGEMENT",
               "usecase":"DELIVERY_UPDATE","industry":["E_COMMERCE"],"header":"Your parcel",
               "body":"Hello {{1}}, your order {{2}} is on its way to you.",
               "body_params":["Jim","#12345"],"body_param_types":["TEXT","TEXT"],
               "buttons":[{"type":"URL","text":"Follow it","url":"https://www.example.com/"}]},
              {"id":"7147013345418927","name":"payment_due_1","language":"en_US","category":"UTILITY","topic":"PAYMENTS",
               "usecase":"PAYMENT_DUE_REMINDER","industry":["E_COMMERCE","FINANCIAL_SERVICES"],
               "body":"A reminder: {{1}} is due on {{2}} for what you bought.","body_params":["$75.00","January 1st, 2027"],
               "body_param_types":["AMOUNT","DATE"]},
              {"id":"7149013345418930","name":"group_invite_1","language":"en_US","category":"UTILITY","topic":"GROUP_INVITE_LINK",
               "usecase":"GROUP_INVITE_UPON_REQUEST","industry":["E_COMMERCE"],
               "body":"As you asked, here is the way into our group: {{1}} Welcome!",
               "body_params":["https://chat.whatsapp.com/LINK_ID"],"body_param_types":["GROUP_ID"]}
            ]
            """).EnumerateArray(),
    ];

    public static TemplateLibrary Instance { get; } = new();

    public static JsonElement[] Items => All;

    public static JsonElement? Find(string? name)
    {
        foreach (JsonElement item in All)
        {
            if (item.GetProperty("name").GetString() == name)
            {
                return item;
            }
        }

        return null;
    }
}
