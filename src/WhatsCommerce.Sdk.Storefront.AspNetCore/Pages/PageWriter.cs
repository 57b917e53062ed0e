using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace WhatsCommerce.Storefronts;

/// <summary>Writes pages as one document without scripts, whose only style is allowed by its hash in the content security policy.</summary>
internal sealed class PageWriter(string? shopName)
{
    private static readonly string Style = ReadStyle();

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async Task WriteAsync(HttpContext context, Page page)
    {
        HttpResponse response = context.Response;
        response.StatusCode = page.Status;
        response.ContentType = "text/html; charset=utf-8";
        Protect(response);
        if (page.OpensByItself is Uri address)
        {
            // A Refresh header, because the content security policy does not allow a form's response to redirect to another site.
            response.Headers["Refresh"] = $"0;url={address.AbsoluteUri}";
        }

        await response.WriteAsync(Document(page).ToString(), context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The headers of pages and redirects.</summary>
    public static void Protect(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "DENY";

        // The URL gives access to the order, so it is not sent to other sites. A stricter policy would make browsers omit the Origin of
        // forms.
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers["X-Robots-Tag"] = new StringValues("noindex, nofollow");
    }

    private Html Document(Page page)
    {
        Html html = new();
        html.Append($"<!DOCTYPE html>\n<html lang=\"{page.Language.Code}\" ");
        html.Append($"dir=\"{(page.Language.IsRightToLeft ? "rtl" : "ltr")}\">\n<head>\n");
        html.Append($"<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append($"<meta name=\"color-scheme\" content=\"light dark\">\n<title>{page.Title}{Suffix()}</title>\n");
        html.Append($"<style>{StyleText()}</style>\n</head>\n<body>\n");
        if (!string.IsNullOrWhiteSpace(shopName))
        {
            html.Append($"<header><p><bdi>{shopName}</bdi></p></header>\n");
        }

        html.Append($"<main>\n{Head(page)}");
        if (page.Order is Order order)
        {
            html.Append($"{OrderTable.Of(order, page.Language)}");
        }

        return html.Append($"{Actions(page)}</main>\n</body>\n</html>\n");
    }

    private string Suffix() => string.IsNullOrWhiteSpace(shopName) ? "" : $" - {shopName}";

    private static Html Head(Page page)
    {
        Html html = new();
        string tone = page.Tone switch
        {
            PageTone.Good => "good",
            PageTone.Waiting => "waiting",
            PageTone.Stopped => "stopped",
            _ => "plain",
        };
        html.Append($"<div class=\"head {tone}\">\n");
        if (Picture(page.Tone) is Html picture)
        {
            html.Append($"<svg viewBox=\"0 0 48 48\" width=\"48\" height=\"48\" aria-hidden=\"true\" ");
            html.Append($"focusable=\"false\">{picture}</svg>\n");
        }

        html.Append($"<h1>{page.Title}</h1>\n");
        if (page.Text is string text)
        {
            html.Append($"<p>{text}</p>\n");
        }

        return html.Append($"</div>\n");
    }

    private static Html? Picture(PageTone tone) => tone switch
    {
        PageTone.Good => new Html().Append($"<circle cx=\"24\" cy=\"24\" r=\"22\"/><path d=\"M14 25l7 7 13-15\"/>"),
        PageTone.Waiting => new Html().Append($"<circle cx=\"24\" cy=\"24\" r=\"22\"/><path d=\"M24 12v13l8 5\"/>"),
        PageTone.Stopped => new Html().Append($"<circle cx=\"24\" cy=\"24\" r=\"22\"/><path d=\"M24 13v14M24 34v1\"/>"),
        _ => null,
    };

    private static Html Actions(Page page)
    {
        Html html = new();
        if (page.Actions.Count == 0)
        {
            return html;
        }

        html.Append($"<div class=\"actions\">\n");
        foreach (PageAction action in page.Actions)
        {
            string look = action.IsMain ? "main" : "other";
            if (action.Posts)
            {
                html.Append($"<form method=\"post\" action=\"{action.Address}\"><button class=\"{look}\">{action.Label}</button></form>\n");
            }
            else
            {
                html.Append($"<a class=\"{look}\" href=\"{action.Address}\">{action.Label}</a>\n");
            }
        }

        return html.Append($"</div>\n");
    }

    /// <summary>The style is not encoded, because that would change its hash.</summary>
    private static Html StyleText()
    {
        Html html = new();
        Html.Writer writer = new(Style.Length, 0, html);
        writer.AppendLiteral(Style);
        return html;
    }

    private static string ReadStyle()
    {
        using Stream stream = typeof(PageWriter).Assembly.GetManifestResourceStream("page.css")
            ?? throw new InvalidOperationException("The style of the pages is not in the assembly.");
        using StreamReader reader = new(stream, Encoding.UTF8);

        // Browsers normalize line endings to line feeds before they hash the style.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
