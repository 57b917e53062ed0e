using System.Text.Json;
using WhatsCommerce;
using WhatsCommerce.Testing;

namespace Samples;

/// <summary>Prints a conversation to the console.</summary>
internal static class Transcript
{
    public static void Customer(EmulatedCustomer customer, string line) => Console.WriteLine($"{customer.Name,8} > {line}");

    public static void Note(string line) => Console.WriteLine($"{"",8}   ({line})\n");

    /// <summary>Waits for the shop's next message on the customer's phone, and prints it.</summary>
    public static async Task<ReceivedMessage> ShopAsync(EmulatedCustomer customer, CloudApiEmulator cloud)
    {
        ReceivedMessage message = await customer.NextMessageAsync();
        string[] text = (message.Text ?? "").Split('\n');
        Console.WriteLine($"{"shop",8} < {text[0]}");
        foreach (string line in text.Skip(1).Concat(message.Products.Select(id => Describe(cloud, id))))
        {
            Console.WriteLine($"{"",8}   {line}");
        }

        Console.WriteLine();
        return message;
    }

    /// <summary>Presses a button of a message by its title.</summary>
    public static async Task PressAsync(EmulatedCustomer customer, ReceivedMessage message, string title)
    {
        Customer(customer, $"[ {title} ]");
        JsonElement buttons = message.Json.GetProperty("interactive").GetProperty("action").GetProperty("buttons");
        JsonElement button = buttons.EnumerateArray().Select(one => one.GetProperty("reply"))
            .First(reply => reply.GetProperty("title").GetString() == title);
        await customer.PressAsync(message.Id, button.GetProperty("id").GetString()!);
    }

    private static string Describe(CloudApiEmulator cloud, RetailerId id) =>
        cloud.Catalog.Find(id) is EmulatedCatalogItem item ? $"[ {item.Title,-18} {item.Price,9} ]" : $"[ {id} ]";
}
