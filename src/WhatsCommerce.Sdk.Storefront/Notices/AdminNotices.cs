using System.Runtime.ExceptionServices;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Tells admins of what happens in the shop, each of them once an event: by a message while they can get one, else by a template.
/// </summary>
internal sealed class AdminNotices(
    ShopServices shop, AdminNoticeOptions options, AdminNoticeTexts texts, AdminWindows windows, CustomerMessages sender)
{
    // The parameter of a template is of one line, and shorter than a message.
    private const int LongestParameter = 700;

    public async Task TellAsync(StorefrontEvent told, CancellationToken cancellationToken)
    {
        if (await texts.WriteAsync(told, cancellationToken).ConfigureAwait(false) is not AdminNotice notice)
        {
            return;
        }

        if (options.Handler is not null)
        {
            await options.Handler(notice, cancellationToken).ConfigureAwait(false);
        }

        // One number that cannot be reached keeps none of the others from being told.
        GraphException? failure = null;
        foreach (string number in options.Numbers)
        {
            try
            {
                await SendAsync(number, notice, cancellationToken).ConfigureAwait(false);
            }
            catch (GraphException exception)
            {
                failure ??= exception;
            }
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private async Task SendAsync(Recipient admin, AdminNotice notice, CancellationToken cancellationToken)
    {
        string part = $" notice {SendKey.HashOf(admin.Value)[..16]}";
        Outgoing outgoing = new(admin, Message.Text(notice.Text).Build(), notice.Event) { Part = part };
        bool mayWrite = options.Template is null
            || await windows.IsOpenAsync(admin, notice.Event.PhoneNumberId, cancellationToken).ConfigureAwait(false);
        if (mayWrite && await sender.SendAsync(outgoing, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (options.Template is not string template)
        {
            StorefrontLog.NoticeOutsideWindow(shop.Logger, notice.Kind);
            return;
        }

        OutboundMessage message = Message.Template(template, options.TemplateLanguage).Body(OneLine(notice.Text)).Build();
        await sender.SendAsync(outgoing with { Message = message, Part = part + "/template" }, cancellationToken).ConfigureAwait(false);
    }

    private static string OneLine(string text)
    {
        string line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Bounded.Text(line, LongestParameter) ?? "";
    }
}
